package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Has Maven fetch what no build needs, when somebody wants it.
 *
 * @param what as the user knows it
 * @param option that wants it, for those who would rather do without
 */
record MavenFetch(String what, String option) {

  /**
   * @param arguments for Maven
   * @param result what must be there afterwards
   * @throws CouldNotRun if it is not
   */
  void run(List<String> arguments, Path result) {
    int exit = exitOf(arguments);
    if (exit != 0 || !Files.exists(result)) {
      throw new CouldNotRun(
          "%s could not be fetched (Maven ended with %s; its words are above). Nothing was started. With a network, type the same command again, or leave out %s.",
          what, exit, option);
    }
  }

  private int exitOf(List<String> arguments) {
    var command =
        new ArrayList<>(List.of(File.separatorChar == '\\' ? "mvn.cmd" : "mvn", "-B", "-q"));
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command)
            .directory(Home.TOOLS.path().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new CouldNotRun(
          "%s was not fetched: Maven does not start (%s). Nothing was started. Put mvn on the PATH and type the same command again, or leave out %s."
              .formatted(what, e.getMessage(), option),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun(
          "Interrupted while %s was fetched. Nothing was started.".formatted(what), e);
    }
  }
}
