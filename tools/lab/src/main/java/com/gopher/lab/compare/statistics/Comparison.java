package com.gopher.lab.compare.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One measure of two shapes.
 *
 * @param baseline the shape that {@code ratio} divides by
 * @param ratio the other's measure by the baseline's
 * @param interval of the ratio, by bootstrap
 * @param band of two identical systems in the same session
 * @param smallestEffect how many times as much, or as little, a reader would care about; null in
 *     reports of before there was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
    String measure,
    String unit,
    String baseline,
    double baselineValue,
    String other,
    double otherValue,
    double ratio,
    Interval interval,
    Band band,
    @Nullable Double smallestEffect) {

  /** True if there is a difference: the interval excludes 1 and the effect leaves the band. */
  public boolean isDifferent() {
    return !interval.contains(1) && !band.contains(ratio);
  }

  /** True if a difference of this size, whether it is noise or not, would be of interest. */
  public boolean matters() {
    double smallest = smallestEffect == null ? 1 : smallestEffect;
    return Math.max(ratio, 1 / ratio) >= smallest;
  }

  /** True if it may be claimed that the other's measure is larger, by as much as matters. */
  public boolean isLarger() {
    return isDifferent() && matters() && ratio > 1;
  }

  /** True if it may be claimed that the other's measure is smaller, by as much as matters. */
  public boolean isSmaller() {
    return isDifferent() && matters() && ratio < 1;
  }
}
