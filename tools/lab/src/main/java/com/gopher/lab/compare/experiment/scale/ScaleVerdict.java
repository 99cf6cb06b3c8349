package com.gopher.lab.compare.experiment.scale;

import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether one part can be multiplied, and for less than the whole.
 *
 * @param baseline the shape that multiplies the whole
 * @param rates parcels per second by the number of processes that ship, by shape
 * @param copied what one more process that ships takes along, each other shape against the baseline
 * @param slowed how long customers wait while shipping is busy, likewise
 * @param smallest as many times the rate as there are processes, but for this part, is to scale
 */
record ScaleVerdict(
    String baseline,
    Map<String, TreeMap<Integer, Double>> rates,
    List<Comparison> copied,
    List<Comparison> slowed,
    double smallest) {

  /** Not even this much more with all processes than with one is not to scale. */
  static final double SCALES_NOT = 1.25;

  static Map<String, TreeMap<Integer, Double>> rates(Map<String, List<ShippingFleet>> fleets) {
    var rates = new LinkedHashMap<String, TreeMap<Integer, Double>>();
    fleets.forEach(
        (shape, all) -> {
          var ofShape = new TreeMap<Integer, Double>();
          all.forEach(fleet -> ofShape.put(fleet.shippers(), fleet.parcelsPerSecond()));
          rates.put(shape, ofShape);
        });
    return rates;
  }

  Verdict verdict() {
    if (!isMeasured()) {
      return Verdict.NOT_SHOWN;
    }
    List<TreeMap<Integer, Double>> others =
        rates.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(baseline))
            .map(Map.Entry::getValue)
            .toList();
    boolean allScale =
        others.stream()
            .allMatch(each -> growth(each) >= smallest * each.lastKey() / each.firstKey());
    return Verdict.of(
        allScale
            && !copied.isEmpty()
            && copied.stream().allMatch(Comparison::isSmaller)
            && slowed.stream().noneMatch(Comparison::isLarger),
        others.stream().anyMatch(other -> growth(other) < SCALES_NOT)
            || copied.stream().anyMatch(Comparison::isLarger));
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
        + Stream.concat(copied.stream(), slowed.stream())
            .map(Sentences::of)
            .collect(Collectors.joining(" "));
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
}
