package com.gopher.lab.compare.statistics;

/**
 * The noise of this machine: between which ratios two identical systems came out.
 *
 * @param low at most 1
 * @param high at least 1
 */
public record Band(String measure, double low, double high) {

  public boolean contains(double ratio) {
    return low <= ratio && ratio <= high;
  }
}
