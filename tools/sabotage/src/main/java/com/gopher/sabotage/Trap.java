package com.gopher.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * A window of a few microseconds that stays open: who comes through after the lab has armed it says
 * so in a file and goes no further. So the lab's kill hits inside the window every time, and the
 * file proves it.
 */
final class Trap {

  private final Path armed;
  private final Path sprung;

  private Trap(Path directory, String name) {
    this.armed = directory.resolve(name + ".armed");
    this.sprung = directory.resolve(name + ".sprung");
  }

  /** The trap of this name, in the directory that the variable {@code SABOTAGE_TRAPS} names. */
  static Trap named(String name) {
    return new Trap(Path.of(Objects.requireNonNull(System.getenv("SABOTAGE_TRAPS"))), name);
  }

  /**
   * Returns at once unless the trap is armed; then never.
   *
   * @param where what the process was about to do, for the reader of the proof
   */
  void pass(String where) {
    if (Files.exists(armed)) {
      try {
        Path written = Files.createTempFile(sprung.getParent(), "sprung", "");
        Files.writeString(written, where);
        Files.move(
            written, sprung, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new CountDownLatch(1).await();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
