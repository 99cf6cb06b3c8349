package com.gopher.inbound;

import java.time.Duration;
import java.time.Instant;
import org.springframework.core.NestedExceptionUtils;

/** How often in a row batches could not be settled, and how long to wait because of it. */
final class RetryBackoff {

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 10;

  private volatile State state = new State(0, "", Instant.EPOCH);

  /**
   * @param inARow none if the last batch was settled
   * @param lastReason what the innermost cause said
   * @param since when the first of them failed
   */
  record State(int inARow, String lastReason, Instant since) {}

  State state() {
    return state;
  }

  synchronized void over() {
    if (state.inARow() > 0) {
      state = new State(0, "", Instant.EPOCH);
    }
  }

  /** Notes one; returns how long to wait before the next attempt. */
  synchronized Duration another(RuntimeException reason) {
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(state.inARow(), MOST_DOUBLINGS));
    state =
        new State(
            state.inARow() + 1,
            String.valueOf(NestedExceptionUtils.getMostSpecificCause(reason).getMessage()),
            state.inARow() == 0 ? Instant.now() : state.since());
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
