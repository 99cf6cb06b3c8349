package com.gopher.lab.compare.statistics;

import java.util.List;

/**
 * The ratio of two systems that were measured in turns: of each pair of neighbours, so that what
 * the machine does meanwhile hits both.
 *
 * @param ratio the geometric mean of the pairs' ratios
 * @param interval by Student's distribution of their logarithms
 */
public record PairedRatio(double ratio, Interval interval) {

  /**
   * @param ones and
   * @param others values above 0, the first of each belong together, and so on; at least two
   */
  public static PairedRatio of(List<Double> ones, List<Double> others) {
    int pairs = ones.size();
    if (pairs < 2 || pairs != others.size()) {
      throw new IllegalArgumentException(
          "An interval needs two pairs at least: %s and %s".formatted(ones, others));
    }
    double[] logs = new double[pairs];
    double sum = 0;
    for (int pair = 0; pair < pairs; pair++) {
      logs[pair] = Math.log(ones.get(pair) / others.get(pair));
      sum += logs[pair];
    }
    double center = sum / pairs;
    double reach = StudentsT.for95Percent(pairs - 1) * Math.sqrt(Dispersion.variance(logs) / pairs);
    return new PairedRatio(
        Math.exp(center), new Interval(Math.exp(center - reach), Math.exp(center + reach)));
  }
}
