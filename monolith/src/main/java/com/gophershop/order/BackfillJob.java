package com.gophershop.order;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The one backfill of a database: a search through all orders for those whose present state was
 * never announced. It ends when a whole search finds none.
 *
 * @param rate orders a second, at the most
 * @param last the order at which the search stands
 * @param found how many it has found since it last began at the first order
 * @param done how many were announced since the job was started
 * @param nextAt when the next chunk is due; in the database, so that several shops keep one rate
 * @param changedAt when it got its state
 */
record BackfillJob(
    State state, int rate, UUID last, long found, long done, Instant nextAt, Instant changedAt) {

  enum State {
    /** Never asked for. */
    NONE,
    RUNNING,
    STOPPED,
    FINISHED
  }

  static final int HIGHEST_RATE = 10_000;

  /** Comes before every order. */
  static final UUID FIRST = new UUID(0, 0);

  /** Orders that are locked at once: a change of one of them waits for all. */
  private static final int LARGEST_CHUNK = 200;

  private static final int CHUNKS_PER_SECOND = 5;

  /** Later than this nothing is due; who reads more has another clock than who wrote it. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Goes on after a stop; otherwise begins at the first order. */
  BackfillJob started(int newRate, Instant now) {
    return switch (state) {
      case RUNNING -> new BackfillJob(state, newRate, last, found, done, nextAt, changedAt);
      case STOPPED -> new BackfillJob(State.RUNNING, newRate, last, found, done, now, now);
      case NONE, FINISHED -> new BackfillJob(State.RUNNING, newRate, FIRST, 0, 0, now, now);
    };
  }

  BackfillJob stopped(Instant now) {
    return isRunning()
        ? new BackfillJob(State.STOPPED, rate, last, found, done, nextAt, now)
        : this;
  }

  int chunk() {
    return Math.max(1, Math.min(LARGEST_CHUNK, rate / CHUNKS_PER_SECOND));
  }

  /** How long until the next chunk is due; zero if it is. */
  Duration untilDue(Instant now) {
    Duration wait = Duration.between(now, nextAt);
    return wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0 ? Duration.ZERO : wait;
  }

  BackfillJob announced(UUID newLast, int orders, Instant now) {
    Instant pause = now.plus(Duration.ofSeconds(1).multipliedBy(orders).dividedBy(rate));
    return new BackfillJob(state, rate, newLast, found + orders, done + orders, pause, changedAt);
  }

  /** The search has reached the end. */
  BackfillJob searched(Instant now) {
    return found == 0
        ? new BackfillJob(State.FINISHED, rate, FIRST, 0, done, now, now)
        : new BackfillJob(state, rate, FIRST, 0, done, now, changedAt);
  }
}
