package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The token that lets its reader write to the management port: given by the environment, as to the
 * applications, or made by each of them in its data directory.
 */
record TokenFile(DataDirectoryOption dataDirectory) {

  private static final String VARIABLE = "HTTP_MANAGEMENT_TOKEN";

  /** An empty text if there is none: the application says what that means. */
  String of(RunningProcess process) {
    String given = System.getenv(VARIABLE);
    if (given != null) {
      return given;
    }
    Path file = file(process);
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new CouldNotRun(
          "The token in %s cannot be read (%s): only its owner may. Nothing was changed."
              .formatted(file, e),
          e);
    }
  }

  CouldNotRun refused(RunningProcess process) {
    if (System.getenv(VARIABLE) == null && Files.notExists(file(process))) {
      return new CouldNotRun(
          "The %s wants its token, and there is none in %s. Nothing was changed. Its next start makes a new one; if it was started with one of your own, name that: %s=TOKEN ./shop ...",
          process.name(), file(process), VARIABLE);
    }
    return new CouldNotRun(
        "The %s refused the token from %s. Nothing was changed. If it was started with another one, name it: %s=TOKEN ./shop ...",
        process.name(), file(process), VARIABLE);
  }

  private Path file(RunningProcess process) {
    Path root = dataDirectory.open().root();
    Path directory = City.isTracker(process) ? root.resolve(City.TRACKER) : root;
    return directory.resolve("management-token");
  }
}
