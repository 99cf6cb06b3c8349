package com.gopher.cli;

import com.gopher.cli.advise.AdviseCommand;
import com.gopher.cli.command.BackfillCommand;
import com.gopher.cli.command.BenchCommand;
import com.gopher.cli.command.CompareCommand;
import com.gopher.cli.command.CutoverCommand;
import com.gopher.cli.command.DeadLettersCommand;
import com.gopher.cli.command.DoctorCommand;
import com.gopher.cli.command.DownCommand;
import com.gopher.cli.command.FaultsCommand;
import com.gopher.cli.command.JourneyCommand;
import com.gopher.cli.command.OutboxCommand;
import com.gopher.cli.command.PublicationsCommand;
import com.gopher.cli.command.ReconcileCommand;
import com.gopher.cli.command.ResendCommand;
import com.gopher.cli.command.RetireCommand;
import com.gopher.cli.command.RollbackCommand;
import com.gopher.cli.command.ShadowCommand;
import com.gopher.cli.command.StatusCommand;
import com.gopher.cli.command.TraceCommand;
import com.gopher.cli.command.UpCommand;
import com.gopher.cli.command.WatchCommand;
import com.gopher.cli.inspect.InspectCommand;
import com.gopher.course.command.TutorialCommand;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.UnusablePath;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program behind {@code ./shop}. Exit codes: 0 good, 1 checked and bad, 2 could not run. */
@Command(
    name = "./shop",
    mixinStandardHelpOptions = true,
    version = "Gopher Shop 1.0.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      DoctorCommand.class,
      BackfillCommand.class,
      ReconcileCommand.class,
      ShadowCommand.class,
      CutoverCommand.class,
      RollbackCommand.class,
      RetireCommand.class,
      ResendCommand.class,
      PublicationsCommand.class,
      OutboxCommand.class,
      DeadLettersCommand.class,
      JourneyCommand.class,
      TraceCommand.class,
      WatchCommand.class,
      InspectCommand.class,
      AdviseCommand.class,
      BenchCommand.class,
      CompareCommand.class,
      FaultsCommand.class,
      TutorialCommand.class
    },
    scope = ScopeType.INHERIT,
    resourceBundle = "com.gopher.cli.help")
public final class Shop {

  private Shop() {}

  public static void main(String[] arguments) {
    // A number must read the same on every machine.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(Console.ofThisProcess(), arguments));
  }

  /** Runs one command and returns its exit code. */
  public static int run(Console console, String... arguments) {
    return commandLine(console)
        .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
  }

  static CommandLine commandLine(Console console) {
    return new CommandLine(new Shop(), new WithConsole(console))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, Shop::path)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(console.isColoured() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler((e, arguments) -> refuse(console, e))
        .setExecutionExceptionHandler((e, command, parsed) -> tell(console, e));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CommandLine.TypeConversionException(
          UnusablePath.notInThisLocale("the path " + text, e).getMessage());
    }
  }

  /** As picocli does it; but an argument may be the name of a file that somebody else named. */
  private static int refuse(Console console, ParameterException e) {
    console.refuse(String.valueOf(e.getMessage()));
    PrintWriter err = e.getCommandLine().getErr();
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      e.getCommandLine().usage(err);
    }
    return CommandLine.ExitCode.USAGE;
  }

  /**
   * A refusal is meant for the user; anything else is a defect of ours, and its trace is what
   * helps.
   */
  private static int tell(Console console, Exception e) {
    if (e instanceof CouldNotRun) {
      console.refuse(String.valueOf(e.getMessage()));
    } else if (e instanceof InterruptedException) {
      console.narrate("Interrupted.");
    } else {
      console.narrate("This is a defect of ./shop, please report it:");
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      console.narrate(trace.toString());
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** Gives each command the console, by its constructor. */
  private record WithConsole(Console console) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        Class<?>[] parameters = constructor.getParameterTypes();
        if (parameters.length == 1 && parameters[0] == Console.class) {
          return type.cast(constructor.newInstance(console));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
