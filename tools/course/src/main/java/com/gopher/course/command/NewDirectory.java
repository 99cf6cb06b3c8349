package com.gopher.course.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a project is to be written.
 *
 * @param seenFrom the directory in which the command was typed
 */
record NewDirectory(Path path, Path seenFrom) {

  /** True if there is something that would be written over or mixed with. */
  boolean isTaken() {
    if (!Files.exists(path)) {
      return false;
    }
    if (!Files.isDirectory(path)) {
      return true;
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words that lead there. */
  String cd() {
    String path = relative();
    return "cd " + (path.matches("[\\p{L}\\p{N}/\\\\:._-]+") ? path : "\"" + path + "\"");
  }

  private String relative() {
    try {
      return seenFrom.relativize(path).toString();
    } catch (IllegalArgumentException e) {
      // Another drive.
      return path.toString();
    }
  }
}
