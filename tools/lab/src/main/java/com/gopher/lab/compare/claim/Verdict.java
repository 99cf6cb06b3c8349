package com.gopher.lab.compare.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.SystemShape;
import java.util.List;

/** How a claim fared on this machine. A verdict against it is a result like any other. */
public enum Verdict {
  SHOWN("shown"),
  /** Neither the claim nor its contrary: no difference beyond the noise, or none that matters. */
  NOT_SHOWN("not shown"),
  CONTRARY("contrary");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** What was shown, unless the contrary was. */
  public static Verdict of(boolean shown, boolean contrary) {
    return contrary ? CONTRARY : shown ? SHOWN : NOT_SHOWN;
  }

  /**
   * Whether the measure of each shape with a road is larger than the baseline's, by more than the
   * noise and by as much as a reader would care about.
   *
   * @param comparisons of one measure
   */
  public static Verdict largerOverRoads(List<SystemShape> shapes, List<Comparison> comparisons) {
    List<String> withRoad =
        shapes.stream().filter(shape -> !shape.road().isEmpty()).map(SystemShape::name).toList();
    List<Comparison> overRoads =
        comparisons.stream().filter(each -> withRoad.contains(each.other())).toList();
    return of(
        !overRoads.isEmpty() && overRoads.stream().allMatch(Comparison::isLarger),
        overRoads.stream().anyMatch(Comparison::isSmaller));
  }

  @JsonValue
  @Override
  public String toString() {
    return words;
  }
}
