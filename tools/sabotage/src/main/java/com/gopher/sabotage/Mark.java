package com.gopher.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file that says that something was at work. */
final class Mark {

  private final Path file;

  private Mark(String name) {
    this.file = Path.of(Objects.requireNonNull(System.getenv("SABOTAGE_TRAPS")), name);
  }

  /** One for the relays of each process. */
  static Mark ofARelay() {
    return new Mark("relay-" + ProcessHandle.current().pid());
  }

  void leave() {
    if (!Files.exists(file)) {
      try {
        Files.writeString(file, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
