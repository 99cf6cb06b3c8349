package com.gotracker.road;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the road needs of the process it runs in. */
@Configuration(proxyBeanMethods = false)
class RoadConfiguration {

  private static final Duration SHUTDOWN = Duration.ofSeconds(10);

  /** In order if it can, by force if it cannot: after an error, closing may hang as well. */
  @Bean
  ProcessEnd processEnd() {
    return status -> {
      start("process-end", () -> System.exit(status));
      start(
          "process-end-by-force",
          () -> {
            Thread.sleep(SHUTDOWN.toMillis());
            Runtime.getRuntime().halt(status);
          });
    };
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
