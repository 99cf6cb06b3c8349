package com.gopher.course.command;

import com.gopher.launcher.console.CouldNotRun;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./shop tutorial}: the course from castle to city. */
@Command(
    name = "tutorial",
    description = "The course: follow the shop from one hall to a city, checked at each step.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StartCommand.class,
      ListCommand.class,
      TaskCommand.class,
      CheckCommand.class,
      HintCommand.class,
      DiffCommand.class,
      NextCommand.class,
      SolveCommand.class,
      ResetCommand.class,
      ExerciseCommand.class,
      PrepareCommand.class,
      AuthorCommand.class
    })
public final class TutorialCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    var command = Objects.requireNonNull(spec).commandLine();
    command.usage(command.getErr());
    throw new CouldNotRun(
        "Nothing was done: name one of these commands. First: ./shop tutorial start");
  }
}
