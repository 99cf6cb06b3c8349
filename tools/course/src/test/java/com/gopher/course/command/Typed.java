package com.gopher.course.command;

import com.gopher.course.tree.CourseHome;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * A command line, and what came of it.
 *
 * @param out what a machine may read
 * @param err what a person reads beside it
 */
record Typed(int exit, String out, String err) {

  static Typed in(Path directory, CourseHome home, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int exit =
        new CommandLine(new TutorialCommand(), new Here(console, new Place(home, directory)))
            .setExecutionExceptionHandler(
                (e, command, parsed) -> {
                  if (!(e instanceof CouldNotRun)) {
                    throw e;
                  }
                  console.narrate(e.getMessage());
                  return CommandLine.ExitCode.USAGE;
                })
            .execute(words);
    return new Typed(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Gives each command the console and the directory of the test. */
  private record Here(Console console, Place place) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.cast(
            type.getDeclaredConstructor(Console.class, Place.class).newInstance(console, place));
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
