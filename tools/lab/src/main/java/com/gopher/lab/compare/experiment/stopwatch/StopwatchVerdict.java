package com.gopher.lab.compare.experiment.stopwatch;

import com.gopher.lab.compare.claim.Verdict;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * Whether one loop saw the freeze that the other hid. Both histograms are in microseconds.
 *
 * @param smallest which part of the freeze is of interest
 */
record StopwatchVerdict(Histogram open, Histogram closed, Duration freeze, double smallest) {

  private static final double PERCENTILE = 99;

  Verdict verdict() {
    return Verdict.of(saw(open) && !saw(closed), saw(closed) && !saw(open));
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
    return histogram.getValueAtPercentile(PERCENTILE) / 1e3 > freeze.toMillis() * smallest;
  }
}
