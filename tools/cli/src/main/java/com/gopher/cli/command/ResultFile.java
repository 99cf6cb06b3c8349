package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a result goes. Whether it can is found out before minutes are spent on it, not after. */
final class ResultFile {

  private final Path file;

  private ResultFile(Path file) {
    this.file = file;
  }

  /**
   * Makes the directory of the file, if it is missing.
   *
   * @throws CouldNotRun if nothing can be written there
   */
  static ResultFile at(Path file) {
    Path absolute = file.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      throw refused(file, "it is a directory");
    }
    directory(absolute.getParent(), file);
    if (Files.exists(absolute) && !Files.isWritable(absolute)) {
      throw refused(file, "it is write-protected");
    }
    return new ResultFile(absolute);
  }

  /**
   * Makes a directory for results.
   *
   * @throws CouldNotRun if nothing can be written there
   */
  static Path directory(Path directory) {
    return directory(directory.toAbsolutePath(), directory);
  }

  private static Path directory(Path directory, Path asked) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw refused(asked, directory + " cannot be made");
    }
    if (!Files.isWritable(directory)) {
      throw refused(asked, directory + " is write-protected");
    }
    return directory;
  }

  /** As JSON that a person can read, too. */
  void write(Object result) throws IOException {
    Files.writeString(
        file,
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(result)
            + "\n");
  }

  private static CouldNotRun refused(Path asked, String reason) {
    return new CouldNotRun(
        asked + " cannot be written: " + reason + ". Nothing was started. Choose another: --out");
  }
}
