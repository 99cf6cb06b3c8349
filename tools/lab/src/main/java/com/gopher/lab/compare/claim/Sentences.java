package com.gopher.lab.compare.claim;

import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.Comparison;

/** A comparison in words, the same in all verdicts. */
public final class Sentences {

  private static final double BEYOND_USE = 10;

  private Sentences() {}

  public static String of(Comparison comparison) {
    return "%s: %s %s, %s %s (%.2f times; 95 %%: %.2f to %.2f; noise: %s%s)."
        .formatted(
            comparison.measure(),
            comparison.baseline(),
            quantity(comparison.baselineValue(), comparison.unit()),
            comparison.other(),
            quantity(comparison.otherValue(), comparison.unit()),
            comparison.ratio(),
            comparison.interval().low(),
            comparison.interval().high(),
            noise(comparison.band()),
            conclusion(comparison));
  }

  private static String conclusion(Comparison comparison) {
    if (!comparison.isDifferent()) {
      return "; no difference shown";
    }
    return comparison.matters()
        ? ""
        : "; less than the %.2f times of interest".formatted(comparison.smallestEffect());
  }

  /** A machine that was busy during the A/A run has a band that no effect leaves. */
  private static String noise(Band band) {
    return band.high() > BEYOND_USE
        ? "more than tenfold"
        : "%.2f to %.2f".formatted(band.low(), band.high());
  }

  private static String quantity(double value, String unit) {
    return (unit.equals("µs")
        ? "%.1f ms".formatted(value / 1e3)
        : "%.1f %s".formatted(value, unit));
  }
}
