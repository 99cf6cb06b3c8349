package com.gopher.lab.compare.experiment.stopwatch;

import com.gopher.lab.compare.claim.Verdict;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Whether one loop saw the freeze that the other hid. Both histograms are in microseconds. */
record StopwatchVerdict(Histogram open, Histogram closed, Duration freeze) {

  private static final double PERCENTILE = 99;

  /** An order that should have left just before the thaw waited for a moment only. */
  private static final double MOST = 0.5;

  Verdict verdict() {
    boolean openSaw = saw(open);
    boolean closedSaw = saw(closed);
    if (openSaw && !closedSaw) {
      return Verdict.SHOWN;
    }
    return closedSaw && !openSaw ? Verdict.CONTRARY : Verdict.NOT_SHOWN;
  }

  String because() {
    return "The same freeze of %d ms: p99 of the open loop %.0f ms, of the closed loop %.0f ms; the closed loop sent %d orders, the schedule had %d."
        .formatted(
            freeze.toMillis(),
            open.getValueAtPercentile(PERCENTILE) / 1e3,
            closed.getValueAtPercentile(PERCENTILE) / 1e3,
            closed.getTotalCount(),
            open.getTotalCount());
  }

  private boolean saw(Histogram histogram) {
    return histogram.getValueAtPercentile(PERCENTILE) / 1e3 > freeze.toMillis() * MOST;
  }
}
