package com.gopher.outbox;

import java.time.Duration;

/**
 * How much has not reached Kafka.
 *
 * @param size records not acknowledged yet, the parked and those behind them included; counted up
 *     to {@link #LIMIT}
 * @param sinceStored how long the oldest of them has been lying there; zero if there is none,
 *     negative if it was stored by a clock that has been set back since
 * @param parked records that were refused for ever
 */
record Backlog(long size, Duration sinceStored, long parked) {

  /** Counting is bounded, so that asking stays cheap when the outbox is at its fullest. */
  static final int LIMIT = 100_000;

  /** How long the oldest record has been lying there, as far as the clock can tell. */
  Duration age() {
    return sinceStored.isNegative() ? Duration.ZERO : sinceStored;
  }

  /** Whether it lies there for too long, or for a time that nobody can tell. */
  boolean isLate(Duration limit) {
    return sinceStored.abs().compareTo(limit) > 0;
  }
}
