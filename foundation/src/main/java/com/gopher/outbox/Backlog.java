package com.gopher.outbox;

import java.time.Duration;

/**
 * How much has not reached Kafka.
 *
 * @param size records not acknowledged yet, the parked and those behind them included; counted up
 *     to {@link #LIMIT}
 * @param age how long the oldest of them has been lying there; zero if there is none
 * @param parked records that were refused for ever
 */
record Backlog(long size, Duration age, long parked) {

  /** Counting is bounded, so that asking stays cheap when the outbox is at its fullest. */
  static final int LIMIT = 100_000;
}
