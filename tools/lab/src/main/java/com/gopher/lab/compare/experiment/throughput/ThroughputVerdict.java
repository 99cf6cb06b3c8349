package com.gopher.lab.compare.experiment.throughput;

import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.SystemShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether an order costs shapes with a road more processor time. The knee is reported and decides
 * nothing: it is the worst moment of a climb, and so mostly noise.
 */
record ThroughputVerdict(
    List<SystemShape> shapes, List<Comparison> comparisons, Map<String, List<Climb>> climbs) {

  Verdict verdict() {
    return Verdict.largerOverRoads(
        shapes,
        comparisons.stream()
            .filter(comparison -> comparison.measure().equals(Measures.CPU_PER_ORDER))
            .toList());
  }

  String because() {
    return comparisons.stream().map(Sentences::of).collect(Collectors.joining(" "))
        + climbs.entrySet().stream()
            .map(entry -> " The %s kept up with %s.".formatted(entry.getKey(), kept(entry)))
            .collect(Collectors.joining());
  }

  private static String kept(Map.Entry<String, List<Climb>> climbs) {
    return climbs.getValue().stream()
        .map(climb -> String.format(Locale.ROOT, "%.0f", climb.kept()))
        .collect(Collectors.joining(", ", "", " orders/s, start by start"));
  }
}
