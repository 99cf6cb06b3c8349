package com.gopher.lab.compare.statistics;

import java.util.Arrays;

/** How far values lie apart. */
final class Dispersion {

  private Dispersion() {}

  /** The unbiased estimate; 0 for fewer than two values. */
  static double variance(double... values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
        / (values.length - 1);
  }
}
