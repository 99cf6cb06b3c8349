package com.gopher.launcher.process;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sees, before anything is started, that a database is gone which was set up before. A program
 * leaves a mark beside the file that it opens itself; beside one that it reaches through a server,
 * the launcher does.
 */
public final class LostDatabase {

  private static final String SUFFIX = ".mv.db";

  private LostDatabase() {}

  /**
   * @throws CouldNotRun if the database was set up here and its file is missing or empty
   */
  static void refuse(ExclusiveFile database) {
    Path file = database.path();
    if (isLost(file)) {
      String freshStart =
          database.freshStart() == null
              ? "delete %s, then type the same command again.".formatted(markOf(file))
              : "add %s to the command.".formatted(database.freshStart());
      throw new CouldNotRun(
          "The database %s is %s. Nothing was started or changed. Put a copy of it back in its place, or begin without what was in it: %s",
          file, Files.exists(file) ? "empty" : "missing", freshStart);
    }
  }

  /** Whether the database was set up here and its file is missing or empty. */
  static boolean isLost(Path file) {
    return Files.exists(markOf(file)) && !hasContent(file);
  }

  /**
   * Lets the next start begin without what is in this database. A file that is there is kept, under
   * another name.
   *
   * @return where it is kept; empty if there was none
   */
  public static Optional<Path> setAside(Path file) {
    try {
      Optional<Path> kept = Optional.empty();
      if (hasContent(file)) {
        kept = Optional.of(unused(file));
        Files.move(file, kept.get());
      }
      Files.deleteIfExists(markOf(file));
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unused(Path file) {
    int number = 1;
    while (Files.exists(file.resolveSibling(file.getFileName() + ".before-" + number))) {
      number++;
    }
    return file.resolveSibling(file.getFileName() + ".before-" + number);
  }

  /** Notes that a database which is there now was set up; does nothing if that was noted before. */
  static void note(Path file) {
    Path mark = markOf(file);
    try {
      if (hasContent(file) && !Files.exists(mark)) {
        OwnerOnly.write(
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
