package com.gopher.publications;

import java.time.Duration;

/**
 * How long to wait before a publication is tried again: one second after the first attempt, then
 * twice as long each time, five minutes at the most.
 */
record RetryPause(Duration first, Duration longest) {

  static final RetryPause DEFAULT = new RetryPause(Duration.ofSeconds(1), Duration.ofMinutes(5));

  Duration after(int attempts) {
    int doublings = Math.min(Math.max(attempts, 1) - 1, 30);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
