package com.gopher.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.NestedExceptionUtils;

/**
 * How often in a row batches could not be settled, how long to wait because of it, and when to say
 * so.
 */
final class RetryBackoff {

  private static final Duration PAUSE_OF_THE_LOG = Duration.ofMinutes(1);

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 10;

  private final Clock clock;
  private volatile Said said = new Said("", Instant.EPOCH);
  private volatile State state = new State(0, "", Instant.EPOCH);

  /**
   * @param inARow none if the last batch was settled
   * @param lastReason what the innermost cause said
   * @param since when the first of them failed
   */
  record State(int inARow, String lastReason, Instant since) {}

  /** What the log was told last, and when. */
  private record Said(String reason, Instant at) {}

  RetryBackoff(Clock clock) {
    this.clock = clock;
  }

  State state() {
    return state;
  }

  /**
   * Whether the latest failure is worth a line in the log: the first in a row is, one for another
   * reason, and one a minute after that. A database that is away for an hour does not fill a disk.
   */
  synchronized boolean isToBeSaid() {
    Instant now = clock.instant();
    boolean saidAlready =
        state.inARow() > 1
            && state.lastReason().equals(said.reason())
            && !now.isBefore(said.at())
            && now.isBefore(said.at().plus(PAUSE_OF_THE_LOG));
    if (!saidAlready) {
      said = new Said(state.lastReason(), now);
    }
    return !saidAlready;
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
            state.inARow() == 0 ? clock.instant() : state.since());
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
