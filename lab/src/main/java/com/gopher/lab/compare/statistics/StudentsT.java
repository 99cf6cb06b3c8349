package com.gopher.lab.compare.statistics;

/**
 * How much wider an interval must be because it rests on few forks: quantiles of Student's
 * distribution, from the printed tables.
 */
final class StudentsT {

  /** By degrees of freedom, from 1. */
  private static final double[] AT_975 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086
  };

  private static final double[] AT_999 = {
    318.309, 22.327, 10.215, 7.173, 5.893, 5.208, 4.785, 4.501, 4.297, 4.144, 4.025, 3.930, 3.852,
    3.787, 3.733, 3.686, 3.646, 3.610, 3.579, 3.552
  };

  private StudentsT() {}

  /** For an interval that holds 95 % of cases. */
  static double for95Percent(double degreesOfFreedom) {
    return entry(AT_975, degreesOfFreedom);
  }

  /** For one that holds 99.8 %. */
  static double for998PerMille(double degreesOfFreedom) {
    return entry(AT_999, degreesOfFreedom);
  }

  /** Rounds down, to the wider one; beyond the table the last entry is still wide enough. */
  private static double entry(double[] table, double degreesOfFreedom) {
    int row = (int) Math.floor(degreesOfFreedom);
    return table[Math.max(1, Math.min(row, table.length)) - 1];
  }
}
