package com.gopher.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this repository, as the tests of one of its modules reach them. */
final class Repository {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Repository() {}

  static Path file(String name) {
    return ROOT.resolve(name);
  }

  static String read(String name) throws IOException {
    return Files.readString(file(name));
  }
}
