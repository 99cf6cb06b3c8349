package com.gopher.lab.compare.statistics;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Puts what several forks recorded together. Percentiles cannot be averaged: the mean of two p99 is
 * the p99 of nothing.
 */
public final class Histograms {

  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toMillis() * 1_000;
  private static final int DIGITS = 3;

  private Histograms() {}

  /** Microseconds, or whatever else the fork's values are. */
  public static Histogram of(Fork fork) {
    var histogram = new Histogram(LONGEST_MICROS, DIGITS);
    for (long[] slice : fork.slices()) {
      for (long value : slice) {
        histogram.recordValue(Math.min(value, LONGEST_MICROS));
      }
    }
    return histogram;
  }

  /** Every value of all of them. */
  public static Histogram merged(List<Histogram> histograms) {
    var all = new Histogram(LONGEST_MICROS, DIGITS);
    histograms.forEach(all::add);
    return all;
  }
}
