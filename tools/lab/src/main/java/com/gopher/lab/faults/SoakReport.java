package com.gopher.lab.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gopher.lab.faults.Violation.Kind;
import com.gopher.lab.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a soak found.
 *
 * @param seconds for which customers came
 * @param perSecond calls of the customers
 * @param refused requests that were turned away or not answered, and sent again
 * @param strikes in their order
 * @param violations the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SoakReport(
    Machine machine,
    long seed,
    long seconds,
    double perSecond,
    long orders,
    long cancellations,
    long refused,
    long lost,
    long duplicated,
    long disordered,
    List<Strike> strikes,
    List<String> violations,
    List<Footprint> footprints) {

  private static final int SHOWN = 10;

  /**
   * A fault that was to strike.
   *
   * @param evidence that it did; null if nothing shows it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Strike(String fault, @Nullable String evidence) {}

  static SoakReport of(
      Machine machine,
      long seed,
      long seconds,
      double perSecond,
      long orders,
      AcceptedOrders accepted,
      List<Strike> strikes,
      List<Violation> violations,
      List<Footprint> footprints) {
    return new SoakReport(
        machine,
        seed,
        seconds,
        perSecond,
        orders,
        accepted.cancellations(),
        accepted.refusals(),
        count(violations, Kind.LOST),
        count(violations, Kind.DUPLICATED),
        count(violations, Kind.DISORDERED),
        strikes,
        violations.stream().limit(SHOWN).map(Violation::toString).toList(),
        footprints);
  }

  private static long count(List<Violation> violations, Kind kind) {
    return violations.stream()
        .filter(violation -> violation.kind() == kind)
        .map(Violation::subject)
        .distinct()
        .count();
  }

  /** Nothing was lost, doubled or out of order, and no process grows. */
  public boolean isAsExpected() {
    return lost + duplicated + disordered == 0 && footprints.stream().allMatch(Footprint::isFlat);
  }

  /** How many strikes nothing shows. */
  public long notStruck() {
    return strikes.stream().filter(strike -> strike.evidence() == null).count();
  }

  /** For a reader at a terminal. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d orders and %d cancellations in %d s, %d strikes (%d of them without evidence): %d lost, %d duplicated, %d disordered; %d requests refused and sent again.",
            orders,
            cancellations,
            seconds,
            strikes.size(),
            notStruck(),
            lost,
            duplicated,
            disordered,
            refused));
    footprints.forEach(footprint -> lines.add(footprint.line()));
    violations.forEach(violation -> lines.add("  " + violation));
    return lines;
  }
}
