package com.gopher.launcher.process;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Waits until processes can serve, and says why one cannot.
 *
 * @param limit how long a start may take
 */
record Readiness(Console console, Duration limit) {

  private static final long POLL_MILLIS = 100;
  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(15);

  /**
   * @param patience with one that has answered before; one that is still starting gets the time to
   *     start
   */
  boolean answers(RunningProcess process, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + (process.wasReady() ? patience : limit).toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (process.probe().isAnswering()) {
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  /**
   * @param logStarts how long each log was before its process was started
   * @throws CouldNotRun if it ends, or is not ready in time
   */
  void await(RunningProcess process, Map<String, Long> logStarts) throws InterruptedException {
    long begin = System.nanoTime();
    long nextWord = PROGRESS_EVERY.toNanos();
    while (!process.probe().isReady()) {
      long waited = System.nanoTime() - begin;
      long logStart = logStarts.getOrDefault(process.name(), size(process.logFile()));
      if (!process.isAlive()) {
        throw failed(process, "ended before it was ready", logStart);
      }
      if (waited > limit.toNanos()) {
        throw failed(process, "was not ready after %s s".formatted(limit.toSeconds()), logStart);
      }
      if (waited > nextWord) {
        console.narrate(
            "Still waiting for the " + process.name() + " (" + waited / 1_000_000_000 + " s) ...");
        nextWord += PROGRESS_EVERY.toNanos();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static CouldNotRun failed(RunningProcess process, String how, long logStart) {
    return new CouldNotRun(
        "The %s %s. %s\nNothing was left running that this command started. Its log: %s",
        process.name(), how, LastWords.in(process.logFile(), logStart), process.logFile());
  }

  static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
