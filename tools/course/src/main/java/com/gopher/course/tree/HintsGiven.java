package com.gopher.course.tree;

import com.gopher.course.state.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many hints of a checkpoint a learner has seen; not committed. */
public final class HintsGiven {

  private final Path file;

  public HintsGiven(Path tree, Checkpoint checkpoint) {
    this.file = tree.resolve(".course").resolve("hints-" + checkpoint.slug());
  }

  public int count() {
    try {
      return Files.exists(file) ? Files.readString(file).strip().length() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void note(int number) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "*".repeat(Math.max(number, count())) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
