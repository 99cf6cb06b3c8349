package com.gopher.lab.compare.traffic;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.RawHistogram;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Fork;
import com.gopher.lab.compare.statistics.Histograms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** One latency of one shape at one rate, over all its forks. */
public record Latencies(String shape, String measure, double rate, List<Fork> forks) {

  private static final double[] DRAWN = {
    1, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 95, 97, 98, 99, 99.5, 99.9
  };

  public Bootstrap.Sample sample() {
    return new Bootstrap.Sample(shape, forks);
  }

  /** In milliseconds, of all forks' values together. */
  public double millis(double percentile) {
    return Fork.percentile(forks, percentile) / 1e3;
  }

  public RawHistogram raw() {
    return RawHistogram.of(
        shape, String.format(Locale.ROOT, "%s at %.0f orders/s", measure, rate), "µs", histogram());
  }

  public Histogram histogram() {
    return Histograms.merged(forks.stream().map(Histograms::of).toList());
  }

  public Chart.Series series() {
    return new Chart.Series(shape, points(histogram()), List.of());
  }

  /** A distribution of microseconds as a line of milliseconds by percentile. */
  public static List<Chart.Point> points(Histogram histogram) {
    return Arrays.stream(DRAWN)
        .mapToObj(
            percentile ->
                new Chart.Point(percentile, histogram.getValueAtPercentile(percentile) / 1e3))
        .toList();
  }
}
