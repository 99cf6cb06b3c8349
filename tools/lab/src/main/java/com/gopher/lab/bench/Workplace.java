package com.gopher.lab.bench;

import com.gopher.lab.system.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A directory for one measurement; ends what was started in it and deletes it, also on Ctrl-C. */
final class Workplace implements AutoCloseable {

  private final Path root;
  private final Deque<Runnable> endings = new ArrayDeque<>();
  private final Thread onInterrupt = new Thread(this::clear);

  Workplace() throws IOException {
    root = Files.createTempDirectory("shop-bench");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  Path directory(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  /** Has something ended before the directory is deleted. */
  synchronized void atTheEnd(Runnable ending) {
    endings.push(ending);
  }

  private synchronized void clear() {
    while (!endings.isEmpty()) {
      endings.pop().run();
    }
    Directories.delete(root);
  }

  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException shuttingDown) {
      // The hook itself is at work.
    }
  }
}
