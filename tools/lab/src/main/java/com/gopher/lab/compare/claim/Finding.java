package com.gopher.lab.compare.claim;

import com.gopher.lab.compare.statistics.Comparison;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment found.
 *
 * @param verdict null if there is none
 * @param because the verdict's reason, a sentence with the numbers that decided it
 * @param shapes the figures of each shape, by its name
 * @param comparisons the ratios behind the verdict, with their noise
 * @param histograms all of what was recorded, so that others can draw other percentiles
 */
public record Finding(
    @Nullable Verdict verdict,
    String because,
    Map<String, List<Measure>> shapes,
    List<Comparison> comparisons,
    List<Chart> charts,
    List<RawHistogram> histograms) {

  /** Of an experiment that came to no end. */
  public static Finding none(String why) {
    return new Finding(null, why, Map.of(), List.of(), List.of(), List.of());
  }
}
