package com.gopher.lab.compare.statistics;

import java.util.List;

/**
 * Derives from an A/A run how far apart two identical systems may come out.
 *
 * <p>All its forks ran the same program, so which of them were called A is arbitrary; their spread
 * is the noise of one fork, and the band is where the ratio of two groups of forks lies in 99 % of
 * cases (a prediction interval of logarithms, by Student's distribution). Wider than usual, because
 * one session compares dozens of measures, and a claim by chance among them would discredit them
 * all; a claim must besides pass its own interval.
 */
public final class NoiseBand {

  private NoiseBand() {}

  /**
   * @param forks one value for each fork of identical systems, at least two
   * @param forksOfAShape how many forks of each shape will be compared
   */
  public static Band of(String measure, List<Double> forks, int forksOfAShape) {
    if (forks.size() < 2) {
      throw new IllegalArgumentException("One start alone shows no noise of " + measure);
    }
    double[] logs = forks.stream().mapToDouble(Math::log).toArray();
    double deviation = Math.sqrt(Dispersion.variance(logs) * 2 / forksOfAShape);
    double reach = StudentsT.for99Percent(forks.size() - 1) * deviation;
    return new Band(measure, Math.exp(-reach), Math.exp(reach));
  }
}
