package com.gopher.lab.compare.claim;

import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.Comparison;
import java.util.Locale;

/** A comparison in words, the same in all verdicts. */
public final class Sentences {

  private static final double BEYOND_USE = 10;

  private Sentences() {}

  public static String of(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%s: %s %s, %s %s (%.2f times; 95 %%: %.2f to %.2f; noise: %s%s).",
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
        : String.format(
            Locale.ROOT, "; less than the %.2f times of interest", comparison.smallestEffect());
  }

  /** A machine that was busy during the A/A run has a band that no effect leaves. */
  private static String noise(Band band) {
    return band.high() > BEYOND_USE
        ? "more than tenfold"
        : String.format(Locale.ROOT, "%.2f to %.2f", band.low(), band.high());
  }

  private static String quantity(double value, String unit) {
    return (unit.equals("µs")
        ? String.format(Locale.ROOT, "%.1f ms", value / 1e3)
        : String.format(Locale.ROOT, "%.1f %s", value, unit));
  }
}
