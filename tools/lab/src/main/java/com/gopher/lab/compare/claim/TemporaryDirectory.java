package com.gopher.lab.compare.claim;

import com.gopher.lab.system.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that is gone, with all that is in it, when it is closed. */
public record TemporaryDirectory(Path path) implements AutoCloseable {

  /**
   * @param purpose how its name begins
   */
  public static TemporaryDirectory named(String purpose) throws IOException {
    return new TemporaryDirectory(Files.createTempDirectory(purpose));
  }

  @Override
  public void close() {
    Directories.delete(path);
  }
}
