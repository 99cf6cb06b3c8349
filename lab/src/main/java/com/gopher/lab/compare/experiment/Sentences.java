package com.gopher.lab.compare.experiment;

import com.gopher.lab.compare.statistics.Comparison;

/** A comparison in words, the same in all verdicts. */
final class Sentences {

  private Sentences() {}

  static String of(Comparison comparison) {
    return "%s: %s %s, %s %s (%.2f times; 95 %%: %.2f to %.2f; noise: %.2f to %.2f%s)."
        .formatted(
            comparison.measure(),
            comparison.baseline(),
            quantity(comparison.baselineValue(), comparison.unit()),
            comparison.other(),
            quantity(comparison.otherValue(), comparison.unit()),
            comparison.ratio(),
            comparison.interval().low(),
            comparison.interval().high(),
            comparison.band().low(),
            comparison.band().high(),
            comparison.isDifferent() ? "" : "; no difference shown");
  }

  private static String quantity(double value, String unit) {
    return (unit.equals("µs")
        ? "%.1f ms".formatted(value / 1e3)
        : "%.1f %s".formatted(value, unit));
  }
}
