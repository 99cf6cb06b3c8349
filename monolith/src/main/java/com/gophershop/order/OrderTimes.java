package com.gophershop.order;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether orders take longer than usual while something else works. It looks at a second at a time,
 * and what is usual is measured in seconds in which that work pauses: before it begins, and
 * whenever it was found to be too much. So a shop that is slow for another reason does not hold the
 * work up for ever. Not safe for several threads.
 */
final class OrderTimes {

  private static final Duration WINDOW = Duration.ofSeconds(1);

  /** Fewer orders say nothing, and there are few customers to spare. */
  private static final long FEWEST = 5;

  private static final double TOO_MUCH = 2;

  /** A difference that nobody notices is none, however short the usual time is. */
  private static final double UNNOTICED_MILLIS = 5;

  private final Supplier<Answered> answered;
  private final LongSupplier nanos;

  private final AtomicReference<Window> window;

  OrderTimes(Supplier<Answered> answered, LongSupplier nanos) {
    this.answered = answered;
    this.nanos = nanos;
    this.window = new AtomicReference<>(new Window(answered.get(), nanos.getAsLong(), 0, true, 0));
  }

  /**
   * All requests for an order that were answered so far.
   *
   * @param millis how long they took together
   */
  record Answered(long orders, double millis) {}

  /**
   * The second that is looked at.
   *
   * @param before what was answered when it began
   * @param usual milliseconds of an order without the work; 0 if that is not known
   * @param isPause whether the work pauses in it
   * @param slow milliseconds of an order, for which it pauses; 0 if it pauses to measure
   */
  private record Window(Answered before, long began, double usual, boolean isPause, double slow) {

    Window next(Answered now, long nanos) {
      long orders = now.orders() - before.orders();
      if (orders < FEWEST) {
        return new Window(now, nanos, usual, false, 0);
      }
      double mean = (now.millis() - before.millis()) / orders;
      if (isPause) {
        return new Window(now, nanos, usual == 0 ? mean : (usual + mean) / 2, false, 0);
      }
      if (usual == 0) {
        return new Window(now, nanos, 0, true, 0);
      }
      boolean isSlow = mean > TOO_MUCH * usual + UNNOTICED_MILLIS;
      return new Window(now, nanos, usual, isSlow, isSlow ? mean : 0);
    }
  }

  /** A sentence that says why the work has to pause now; empty if it need not. */
  Optional<String> reasonToPause() {
    Window present = window.get();
    long now = nanos.getAsLong();
    if (now - present.began() >= WINDOW.toNanos()) {
      present = present.next(answered.get(), now);
      window.set(present);
    }
    if (!present.isPause()) {
      return Optional.empty();
    }
    return Optional.of(
        present.slow() == 0
            ? "it is measured how long orders usually take"
            : "orders take longer than usual: %s ms instead of %s ms"
                .formatted(Math.round(present.slow()), Math.round(present.usual())));
  }
}
