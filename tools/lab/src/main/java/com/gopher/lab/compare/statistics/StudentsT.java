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

  private static final double[] AT_995 = {
    63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.250, 3.169, 3.106, 3.055, 3.012,
    2.977, 2.947, 2.921, 2.898, 2.878, 2.861, 2.845
  };

  private StudentsT() {}

  /** For an interval that holds 95 % of cases. */
  static double for95Percent(double degreesOfFreedom) {
    return entry(AT_975, degreesOfFreedom);
  }

  /** For one that holds 99 %. */
  static double for99Percent(double degreesOfFreedom) {
    return entry(AT_995, degreesOfFreedom);
  }

  /** Rounds down, to the wider one; beyond the table the last entry is still wide enough. */
  private static double entry(double[] table, double degreesOfFreedom) {
    int row = (int) Math.floor(degreesOfFreedom);
    return table[Math.max(1, Math.min(row, table.length)) - 1];
  }
}
