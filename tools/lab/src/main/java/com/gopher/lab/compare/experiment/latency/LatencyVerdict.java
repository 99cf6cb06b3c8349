package com.gopher.lab.compare.experiment.latency;

import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.SystemShape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a parcel becomes visible later where a road lies between the order and it. */
record LatencyVerdict(List<SystemShape> shapes, List<Comparison> comparisons) {

  private static final String DECIDING = Measures.percentile(Measures.VISIBLE, 50);

  Verdict verdict() {
    List<Comparison> overRoads =
        of(DECIDING).filter(comparison -> hasRoad(comparison.other())).toList();
    if (overRoads.stream().anyMatch(Comparison::isSmaller)) {
      return Verdict.CONTRARY;
    }
    return !overRoads.isEmpty() && overRoads.stream().allMatch(Comparison::isLarger)
        ? Verdict.SHOWN
        : Verdict.NOT_SHOWN;
  }

  String because() {
    return of(DECIDING).map(Sentences::of).collect(Collectors.joining(" "))
        + of(Measures.percentile(Measures.ACCEPTED, 50))
            .map(comparison -> " " + Sentences.of(comparison))
            .collect(Collectors.joining());
  }

  private Stream<Comparison> of(String measure) {
    return comparisons.stream().filter(comparison -> comparison.measure().equals(measure));
  }

  private boolean hasRoad(String name) {
    return shapes.stream().anyMatch(shape -> shape.name().equals(name) && !shape.road().isEmpty());
  }
}
