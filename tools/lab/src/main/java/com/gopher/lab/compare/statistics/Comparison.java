package com.gopher.lab.compare.statistics;

/**
 * One measure of two shapes.
 *
 * @param baseline the shape that {@code ratio} divides by
 * @param ratio the other's measure by the baseline's
 * @param interval of the ratio, by bootstrap
 * @param band of two identical systems in the same session
 */
public record Comparison(
    String measure,
    String unit,
    String baseline,
    double baselineValue,
    String other,
    double otherValue,
    double ratio,
    Interval interval,
    Band band) {

  /**
   * True if a difference may be claimed: the interval excludes 1 and the effect leaves the band.
   */
  public boolean isDifferent() {
    return !interval.contains(1) && !band.contains(ratio);
  }

  /** True if it may be claimed that the other's measure is larger. */
  public boolean isLarger() {
    return isDifferent() && ratio > 1;
  }

  /** True if it may be claimed that the other's measure is smaller. */
  public boolean isSmaller() {
    return isDifferent() && ratio < 1;
  }
}
