package com.gopher.launcher.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When what has died is started again: after growing pauses, and so many times in a row. What has
 * run for a minute has proven itself; a start that failed has proven nothing.
 *
 * <p>All times are those of {@link System#nanoTime}.
 */
final class Comebacks {

  static final int MOST = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration PROVEN_AFTER = Duration.ofSeconds(60);

  private int inARow;
  private long lastAttempt;

  /**
   * @param begin when all was started
   */
  Comebacks(long begin) {
    lastAttempt = begin;
  }

  /** How long to wait before the next attempt; null if there have been enough. */
  @Nullable Duration pauseBeforeNext(long now) {
    if (now - lastAttempt > PROVEN_AFTER.toNanos()) {
      inARow = 0;
    }
    return isLast() ? null : pauseAfter(inARow++);
  }

  /** Whether no attempt follows the present one. */
  boolean isLast() {
    return inARow >= MOST;
  }

  /** An attempt has ended, in whatever way. */
  void attempted(long now) {
    lastAttempt = now;
  }

  static Duration pauseAfter(int failures) {
    long millis = FIRST_PAUSE.toMillis() << Math.min(failures, 10);
    return Duration.ofMillis(Math.min(millis, LONGEST_PAUSE.toMillis()));
  }
}
