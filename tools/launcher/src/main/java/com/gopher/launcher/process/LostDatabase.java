package com.gopher.launcher.process;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sees, before anything is started, that a database is gone which was set up before. A program
 * leaves a mark beside the file that it opens itself; beside one that it reaches through a server,
 * the launcher does.
 */
final class LostDatabase {

  private static final String SUFFIX = ".mv.db";

  private LostDatabase() {}

  /**
   * @throws CouldNotRun if the database was set up here and its file is missing or empty
   */
  static void refuse(Path file) {
    if (Files.exists(markOf(file)) && !hasContent(file)) {
      throw new CouldNotRun(
          "The database %s is %s. Nothing was started or changed. Put a copy of it back in its place, or begin without what was in it: delete %s, then type the same command again.",
          file, Files.exists(file) ? "empty" : "missing", markOf(file));
    }
  }

  /** Notes that a database which is there now was set up; does nothing if that was noted before. */
  static void note(Path file) {
    Path mark = markOf(file);
    try {
      if (hasContent(file) && !Files.exists(mark)) {
        Files.writeString(
            mark,
            "The database %s was set up here. While this file exists, a lost one is not made anew.%n"
                .formatted(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasContent(Path file) {
    try {
      return Files.exists(file) && Files.size(file) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path markOf(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ".set-up");
  }
}
