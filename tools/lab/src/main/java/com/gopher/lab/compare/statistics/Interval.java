package com.gopher.lab.compare.statistics;

/** Where a ratio lies, with 95 % confidence. */
public record Interval(double low, double high) {

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
