package com.gopher.lab.compare.experiment.throughput;

import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.SystemShape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether shapes with a road complete fewer orders than the one that is compared with. */
record ThroughputVerdict(
    List<SystemShape> shapes, List<Comparison> comparisons, Map<String, List<Climb>> climbs) {

  Verdict verdict() {
    List<Comparison> overRoads =
        comparisons.stream()
            .filter(comparison -> comparison.measure().equals(Measures.ORDERS_PER_SECOND))
            .filter(comparison -> hasRoad(comparison.other()))
            .toList();
    if (overRoads.stream().anyMatch(Comparison::isLarger)) {
      return Verdict.CONTRARY;
    }
    return !overRoads.isEmpty() && overRoads.stream().allMatch(Comparison::isSmaller)
        ? Verdict.SHOWN
        : Verdict.NOT_SHOWN;
  }

  String because() {
    return comparisons.stream().map(Sentences::of).collect(Collectors.joining(" "))
        + climbs.entrySet().stream()
            .map(
                entry ->
                    " The %s kept up with %s orders/s."
                        .formatted(
                            entry.getKey(),
                            entry.getValue().stream()
                                .map(climb -> "%.0f".formatted(climb.kept()))
                                .collect(Collectors.joining(", "))))
            .collect(Collectors.joining());
  }

  private boolean hasRoad(String name) {
    return shapes.stream().anyMatch(shape -> shape.name().equals(name) && !shape.road().isEmpty());
  }
}
