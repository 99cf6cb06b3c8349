package com.gopher.lab.compare.traffic;

import com.gopher.lab.compare.statistics.Fork;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.LoadRecord;
import java.io.IOException;
import java.time.Duration;

/**
 * Places orders in a running system and learns when their parcels became visible to customers.
 *
 * <p>Parcels must not move for as long ({@link Standstill}): then all that there is to know of a
 * parcel is that it exists, and {@code asOf} in the shop's answer is the moment when the shop
 * learned of it. It is read when the load is over, so that asking neither disturbs nor rounds.
 */
public final class OrderStream {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningSystem system;
  private final Basket basket;

  public OrderStream(RunningSystem system) throws IOException {
    this.system = system;
    this.basket = Basket.fill(system.url());
  }

  /** What became of orders. */
  public record Placed(LoadRecord load, Attempts attempts) {

    /** Microseconds from the intended time to the answer, by its second. */
    public Fork accepted() {
      return attempts.acceptedMicros();
    }

    /** Microseconds from the intended time to the visible parcel, by its second. */
    public Fork visible() {
      return attempts.visibleMicros();
    }

    /** Accepted orders without a parcel when patience ended. */
    public long invisible() {
      return attempts.lost();
    }

    /** When the last parcel became visible, in seconds since the first intended time. */
    public double lastVisible() {
      return Math.max(0.001, attempts.lastVisible(0));
    }

    /** Orders whose parcels became visible, by the time that took altogether. */
    public double perSecond() {
      return (load.accepted() - invisible()) / lastVisible();
    }
  }

  /** Until the compilers had a chance; returns when all that it caused is done. */
  public void warmUp(double perSecond, Duration duration) throws IOException, InterruptedException {
    place(perSecond, duration);
  }

  /** At this rate, however slow the answers are; returns when the last parcel is visible. */
  public Placed place(double perSecond, Duration duration)
      throws IOException, InterruptedException {
    try (var traffic = Traffic.patient(system.url(), basket, perSecond, duration)) {
      Attempts attempts = traffic.end(system.url(), PATIENCE);
      return new Placed(traffic.load(), attempts);
    }
  }
}
