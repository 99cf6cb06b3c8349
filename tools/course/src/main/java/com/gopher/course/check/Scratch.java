package com.gopher.course.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that lives as long as one judgement, or as this program if that is interrupted. Its
 * name has the program's process id in it: several may judge in one clone.
 */
final class Scratch implements AutoCloseable {

  private final Path directory;
  private final Thread whenInterrupted;

  private Scratch(Path directory) {
    this.directory = directory;
    this.whenInterrupted = new Thread(this::deleteInAHurry, "end of a check");
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
  }

  static Scratch in(Path parent) {
    try {
      Files.createDirectories(parent);
      return new Scratch(
          Files.createTempDirectory(parent, "check-" + ProcessHandle.current().pid() + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
  }

  /** Who still writes there is ended first. */
  private void deleteInAHurry() {
    WarmJvms.end();
    try {
      delete(directory);
    } catch (UncheckedIOException e) {
      // Nobody is left who could do anything about it.
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException e) {
      // The hook is at work already.
    }
    delete(directory);
  }

  static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
