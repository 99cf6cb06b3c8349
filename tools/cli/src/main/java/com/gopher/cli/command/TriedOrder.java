package com.gopher.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An order that the shop decided and the tracker ran along. */
record TriedOrder(String id, ParcelSteps shop, ParcelSteps tracker) {

  /** Longer than a cancellation takes inside the shop to its own shipping. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  enum Outcome {
    SAME,
    /** One side did what it must not have done, for all that it had heard. */
    OTHER,
    /** A cancellation came while one side had shipped and the other had not: both were right. */
    RACE,
    NOT_YET
  }

  Outcome outcome() {
    if (shop.isCancelled() && tracker.hasLeft()) {
      return ofOneThatTheTrackerShipped();
    }
    if (shop.hasLeft() && tracker.isCancelled()) {
      return ofOneThatTheTrackerCancelled();
    }
    if (!shop.isOver() || !tracker.isOver()) {
      return Outcome.NOT_YET;
    }
    return shop.status().equals(tracker.status()) ? Outcome.SAME : Outcome.OTHER;
  }

  private Outcome ofOneThatTheTrackerShipped() {
    Instant heard = tracker.cancellationHeardAt();
    if (heard == null) {
      return Outcome.NOT_YET;
    }
    Optional<Instant> left = tracker.leftAt();
    return left.isPresent() && !left.get().isAfter(heard) ? Outcome.RACE : Outcome.OTHER;
  }

  private Outcome ofOneThatTheTrackerCancelled() {
    Instant heard = tracker.cancellationHeardAt();
    Optional<Instant> left = shop.leftAt();
    return heard != null && left.isPresent() && left.get().isBefore(heard.plus(ON_ITS_WAY))
        ? Outcome.RACE
        : Outcome.OTHER;
  }
}
