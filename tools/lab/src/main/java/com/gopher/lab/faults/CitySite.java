package com.gopher.lab.faults;

import com.gopher.lab.system.Directories;
import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory in which one city lives as long as it is needed, or as this program if that is
 * interrupted. Then the city's processes are ended first.
 */
final class CitySite implements AutoCloseable {

  private final Console console;
  private final Path directory;
  private final Thread whenInterrupted;
  private volatile boolean kept;

  /**
   * @param endProcesses of the city, for a thread that does not work on it
   */
  CitySite(Console console, Runnable endProcesses) {
    this.console = console;
    this.directory = temporary();
    Thread worker = Thread.currentThread();
    this.whenInterrupted =
        new Thread(
            () -> {
              // It may wait for processes to start, which nobody else can end before it gives up.
              worker.interrupt();
              endProcesses.run();
              leave();
            });
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
  }

  Path directory() {
    return directory;
  }

  /** Leaves the data, with all logs, when the city is gone. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
      leave();
    } catch (IllegalStateException shuttingDown) {
      // The hook itself is at work.
    }
  }

  private void leave() {
    if (kept) {
      console.narrate("Kept: " + directory);
    } else {
      Directories.delete(directory);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("shop-fault");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
