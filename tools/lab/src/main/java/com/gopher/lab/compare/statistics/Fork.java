package com.gopher.lab.compare.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * What one JVM yielded of one measure that has many values, such as a latency.
 *
 * @param slices the values by slices of time: values of one moment resemble each other, so a
 *     resampling that took single values would take it for more evidence than there is
 */
public record Fork(List<long[]> slices) {

  /** Drops what is empty: a slice without values says nothing. */
  public Fork {
    slices = slices.stream().filter(slice -> slice.length > 0).toList();
  }

  /**
   * @param percentile 0 to 100
   * @throws IllegalStateException if it has no values
   */
  public double percentile(double percentile) {
    return percentile(slices.stream().flatMapToLong(Arrays::stream).toArray(), percentile);
  }

  /** Of all values of all forks together; percentiles of forks are never averaged. */
  public static double percentile(List<Fork> forks, double percentile) {
    return percentile(
        forks.stream()
            .flatMap(fork -> fork.slices().stream())
            .flatMapToLong(Arrays::stream)
            .toArray(),
        percentile);
  }

  /** The smallest value that at least this part of all values do not exceed. Sorts the values. */
  static double percentile(long[] values, double percentile) {
    if (values.length == 0) {
      throw new IllegalStateException("There is no value to take a percentile of");
    }
    Arrays.sort(values);
    int rank = (int) Math.ceil(percentile / 100 * values.length);
    return values[Math.max(0, rank - 1)];
  }
}
