package com.gopher.lab.compare.experiment;

import com.gopher.lab.compare.Verdict;
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
    return of(DECIDING).map(LatencyVerdict::sentence).collect(Collectors.joining(" "))
        + of(Measures.percentile(Measures.ACCEPTED, 50))
            .map(comparison -> " " + sentence(comparison))
            .collect(Collectors.joining());
  }

  private static String sentence(Comparison comparison) {
    return "%s: %s %.1f ms, %s %.1f ms (%.2f times; 95 %%: %.2f to %.2f; noise: %.2f to %.2f)%s."
        .formatted(
            comparison.measure(),
            comparison.baseline(),
            comparison.baselineValue() / 1e3,
            comparison.other(),
            comparison.otherValue() / 1e3,
            comparison.ratio(),
            comparison.interval().low(),
            comparison.interval().high(),
            comparison.band().low(),
            comparison.band().high(),
            comparison.isDifferent() ? "" : ", no difference shown");
  }

  private Stream<Comparison> of(String measure) {
    return comparisons.stream().filter(comparison -> comparison.measure().equals(measure));
  }

  private boolean hasRoad(String name) {
    return shapes.stream().anyMatch(shape -> shape.name().equals(name) && !shape.road().isEmpty());
  }
}
