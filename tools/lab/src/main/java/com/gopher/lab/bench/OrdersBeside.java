package com.gopher.lab.bench;

import com.gopher.lab.load.LoadRecord;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What became of orders that were placed by the clock while something else was at work.
 *
 * @param seconds how long that lasted
 * @param result of the work
 */
record OrdersBeside<T>(LoadRecord orders, double seconds, T result) {

  private static final double MICROS = 1e3;

  /** Accepted ones. */
  double perSecond() {
    return orders.accepted() / seconds;
  }

  long refused() {
    return orders.refusals().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The longest time from when an order was to leave until it was accepted, in milliseconds. */
  double longest() {
    return orders.latency().getMaxValue() / MICROS;
  }

  /** Of all accepted orders of these, in milliseconds. */
  static double p90(List<? extends OrdersBeside<?>> all) {
    var latency = new Histogram(3);
    all.forEach(it -> latency.add(it.orders().latency()));
    return latency.getValueAtPercentile(90) / MICROS;
  }

  /** Accepted orders of all of these. */
  static double perSecond(List<? extends OrdersBeside<?>> all) {
    return all.stream().mapToLong(it -> it.orders().accepted()).sum()
        / all.stream().mapToDouble(OrdersBeside::seconds).sum();
  }
}
