package com.gopher.failfast;

import java.time.Duration;

/** In order if it can, by force if it cannot: after an error, closing may hang as well. */
final class OrderlyEnd implements ProcessEnd {

  private static final Duration SHUTDOWN = Duration.ofSeconds(10);

  @Override
  public void now(int status) {
    start("process-end", () -> System.exit(status));
    start(
        "process-end-by-force",
        () -> {
          Thread.sleep(SHUTDOWN.toMillis());
          Runtime.getRuntime().halt(status);
        });
  }

  private static void start(String name, Interruptible work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @FunctionalInterface
  private interface Interruptible {
    void run() throws InterruptedException;
  }
}
