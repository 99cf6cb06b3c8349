package com.gopher.lab.compare.experiment.stopwatch;

import com.gopher.lab.compare.claim.Verdict;
import java.time.Duration;
import java.util.Locale;
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
    return String.format(
        Locale.ROOT,
        "The same freeze of %s ms: p99 of the open loop %.0f ms, of the closed loop %.0f ms; the closed loop sent %s orders, the schedule had %s.",
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
