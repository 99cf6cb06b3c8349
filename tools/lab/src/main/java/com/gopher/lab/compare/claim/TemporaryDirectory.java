package com.gopher.lab.compare.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is gone, with all that is in it, when it is closed. */
public record TemporaryDirectory(Path path) implements AutoCloseable {

  /**
   * @param purpose how its name begins
   */
  public static TemporaryDirectory named(String purpose) throws IOException {
    return new TemporaryDirectory(Files.createTempDirectory(purpose));
  }

  @Override
  public void close() throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(path)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : paths) {
      Files.delete(each);
    }
  }
}
