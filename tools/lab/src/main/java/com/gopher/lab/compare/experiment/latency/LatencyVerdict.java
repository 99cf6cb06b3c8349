package com.gopher.lab.compare.experiment.latency;

import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.SystemShape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a parcel becomes visible later where messages cross a network on the way to it. */
record LatencyVerdict(List<SystemShape> shapes, List<Comparison> comparisons) {

  private static final String DECIDING = Measures.percentile(Measures.VISIBLE, 50);
  private static final String REPORTED = Measures.percentile(Measures.ACCEPTED, 50);

  Verdict verdict() {
    return Verdict.largerOverRoads(shapes, of(DECIDING).toList());
  }

  String because() {
    return Stream.concat(of(DECIDING), of(REPORTED))
        .map(Sentences::of)
        .collect(Collectors.joining(" "));
  }

  private Stream<Comparison> of(String measure) {
    return comparisons.stream().filter(comparison -> comparison.measure().equals(measure));
  }
}
