package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.claim.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether for each bug one stack trace is enough in one process, and not in several. Both are
 * reported: a bug that is found alike in both shapes is no reason to prefer one.
 */
record DebugVerdict(Verdict verdict, String because) {

  /**
   * @param smallest how many bugs without such a stack trace are of interest
   */
  static DebugVerdict on(List<DebugEvidence> evidence, double smallest) {
    Map<Boolean, List<DebugEvidence>> byPlace =
        evidence.stream().collect(Collectors.partitioningBy(DebugEvidence::isTogether));
    List<DebugEvidence> together = byPlace.get(true);
    List<DebugEvidence> apart = byPlace.get(false);
    if (together.isEmpty() || apart.isEmpty()) {
      return new DebugVerdict(
          Verdict.NOT_SHOWN, "There is nothing to compare: it takes one process and several.");
    }
    long searchedTogether = withoutOneTrace(together);
    long searchedApart = withoutOneTrace(apart);
    return new DebugVerdict(
        Verdict.of(
            searchedTogether < smallest && searchedApart >= smallest,
            searchedApart + smallest <= searchedTogether
                || logFiles(together).max().orElse(0) >= logFiles(apart).min().orElse(0)),
        evidence.stream().map(DebugVerdict::sentence).collect(Collectors.joining(" ")));
  }

  /** How many bugs no single stack trace joins with the request. */
  private static long withoutOneTrace(List<DebugEvidence> evidence) {
    return evidence.stream()
        .filter(each -> !each.reachesTheRequest())
        .map(DebugEvidence::bug)
        .distinct()
        .count();
  }

  private static IntStream logFiles(List<DebugEvidence> evidence) {
    return evidence.stream().mapToInt(DebugEvidence::logFiles);
  }

  private static String sentence(DebugEvidence it) {
    return "%s, %s: %s of %s the cause, %s, %s; the trace id is %s%s."
        .formatted(
            it.shape(),
            it.bug().words,
            it.filesWithCause(),
            it.logFiles() == 1 ? "1 log file has" : it.logFiles() + " log files have",
            it.hops() == 0 ? "in the process of the request" : it.hops() + " hops from the request",
            it.reachesTheRequest()
                ? "in one stack trace with the request"
                : it.stackTraces() == 0
                    ? "without a stack trace"
                    : "with a stack trace that does not reach the request",
            traced(it),
            it.bug().reports == 1
                ? ""
                : it.allNameTheOrder()
                    ? ", and the order is in all reports"
                    : ", and the order is not in all reports");
  }

  private static String traced(DebugEvidence it) {
    if (it.bug().reports == 1) {
      return it.firstIsTraced() ? "in it" : "not in it";
    }
    if (it.firstIsTraced() && it.laterAreTraced()) {
      return "in all %s reports, also those of later attempts".formatted(it.reports());
    }
    return it.firstIsTraced()
        ? "in the first report and lost with the next attempt"
        : "not in the first report";
  }
}
