package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.claim.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Whether one stack trace tells, in one process, what takes many logs in several. */
record DebugVerdict(Verdict verdict, String because) {

  static DebugVerdict on(List<DebugEvidence> evidence) {
    List<DebugEvidence> together = evidence.stream().filter(DebugEvidence::isTogether).toList();
    List<DebugEvidence> apart = evidence.stream().filter(it -> !it.isTogether()).toList();
    if (together.isEmpty() || apart.isEmpty()) {
      return new DebugVerdict(
          Verdict.NOT_SHOWN, "There is nothing to compare: it takes one process and several.");
    }
    String because = evidence.stream().map(DebugVerdict::sentence).collect(Collectors.joining(" "));
    boolean togetherInOne = together.stream().allMatch(DebugEvidence::reachesTheRequest);
    boolean apartInOne = apart.stream().anyMatch(DebugEvidence::reachesTheRequest);
    if (togetherInOne && !apartInOne) {
      return new DebugVerdict(Verdict.SHOWN, because);
    }
    boolean moreToSearch =
        together.stream().mapToInt(DebugEvidence::logFiles).max().orElseThrow()
            >= apart.stream().mapToInt(DebugEvidence::logFiles).min().orElseThrow();
    return new DebugVerdict(
        moreToSearch || (apartInOne && !togetherInOne) ? Verdict.CONTRARY : Verdict.NOT_SHOWN,
        because);
  }

  private static String sentence(DebugEvidence it) {
    return "%s: %d of %s the cause, %s, %s; the trace id is %s, and the order is %s."
        .formatted(
            it.shape(),
            it.filesWithCause(),
            it.logFiles() == 1 ? "1 log file has" : it.logFiles() + " log files have",
            it.hops() == 0 ? "in the process of the request" : it.hops() + " hops from the request",
            it.reachesTheRequest()
                ? "in one stack trace with the request"
                : it.stackTraces() == 0
                    ? "without a stack trace"
                    : "with a stack trace that does not reach the request",
            traced(it),
            it.allNameTheOrder() ? "in all reports" : "not in all reports");
  }

  private static String traced(DebugEvidence it) {
    if (it.firstIsTraced() && it.laterAreTraced()) {
      return "in all %d reports, also those of later attempts".formatted(it.reports());
    }
    return it.firstIsTraced()
        ? "in the first report and lost with the next attempt"
        : "not in the first report";
  }
}
