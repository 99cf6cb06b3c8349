package com.gopher.lab.compare.experiment.scale;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether one part can be multiplied, and for less than the whole.
 *
 * @param baseline the shape that multiplies the whole
 * @param rates parcels per second by the number of processes that ship, by shape
 * @param memory what one more process that ships holds, each other shape against the baseline
 */
record ScaleVerdict(
    String baseline, Map<String, TreeMap<Integer, Double>> rates, List<Comparison> memory) {

  /** As many times the rate as there are processes, but for this part, is to scale. */
  static final double SCALES = 0.75;

  /** Not even this much more with all processes than with one is not to scale. */
  static final double SCALES_NOT = 1.25;

  Verdict verdict() {
    if (!isMeasured()) {
      return Verdict.NOT_SHOWN;
    }
    List<Map.Entry<String, TreeMap<Integer, Double>>> others =
        rates.entrySet().stream().filter(entry -> !entry.getKey().equals(baseline)).toList();
    if (others.stream().anyMatch(other -> growth(other.getValue()) < SCALES_NOT)
        || memory.stream().anyMatch(Comparison::isLarger)) {
      return Verdict.CONTRARY;
    }
    boolean allScale =
        others.stream()
            .map(Map.Entry::getValue)
            .allMatch(each -> growth(each) >= SCALES * each.lastKey() / each.firstKey());
    return allScale && !memory.isEmpty() && memory.stream().allMatch(Comparison::isSmaller)
        ? Verdict.SHOWN
        : Verdict.NOT_SHOWN;
  }

  String because() {
    return (isMeasured()
            ? ""
            : "In one of the fleets no parcel left while the others' were counted: it was still busy with starting. ")
        + "Parcels per second by processes that ship: "
        + rates.entrySet().stream()
            .map(entry -> entry.getKey() + " " + inWords(entry.getValue()))
            .collect(Collectors.joining("; "))
        + ". "
        + memory.stream().map(ScaleVerdict::inWords).collect(Collectors.joining(" "));
  }

  /** A fleet that shipped nothing at all was not slow but not ready, and says nothing. */
  private boolean isMeasured() {
    return rates.values().stream()
        .flatMap(each -> each.values().stream())
        .allMatch(perSecond -> perSecond > 0);
  }

  /** The rate of all processes by that of the fewest. */
  private static double growth(TreeMap<Integer, Double> rates) {
    return rates.lastEntry().getValue() / rates.firstEntry().getValue();
  }

  private static String inWords(TreeMap<Integer, Double> rates) {
    return rates.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%d: %.1f", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String inWords(Comparison memory) {
    return String.format(
        Locale.ROOT,
        "One more process that ships holds %.0f MB in the %s and %.0f MB in the %s, %.2f times as much (%.2f to %.2f%s).",
        memory.otherValue(),
        memory.other(),
        memory.baselineValue(),
        memory.baseline(),
        memory.ratio(),
        memory.interval().low(),
        memory.interval().high(),
        memory.isDifferent() ? "" : "; no difference shown");
  }
}
