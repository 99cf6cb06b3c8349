package com.gopher.lab.compare.experiment.blockedroad;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.traffic.Attempts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a blocked road harms those that have one.
 *
 * @param withRoad the shapes whose parts talk over a network
 * @param blockedSeconds how long each fault lasted
 * @param fared how each shape fared, by fault
 * @param smallest which part of the fault's duration a wait must last to be of interest
 */
record BlockedRoadVerdict(
    Set<String> withRoad,
    double blockedSeconds,
    Map<RoadFault, Map<String, Fared>> fared,
    double smallest) {

  /** A wait of less than this part of the fault was not its effect. */
  static final double UNDELAYED = 0.1;

  /**
   * Of the orders placed while the road was blocked.
   *
   * @param share accepted in time, from 0 to 1
   * @param longestWait from placing an accepted order to its visible parcel, in seconds
   * @param recoverySeconds from the road's opening until all their parcels were visible
   * @param lost accepted ones whose parcels never became visible
   */
  record Fared(double share, double longestWait, double recoverySeconds, long lost) {}

  /** Only the faults that stop the road decide; a slow one is for the figures. */
  Verdict verdict() {
    boolean delayed = roadUsers().allMatch(each -> isDelayed(each) && isServed(each));
    return Verdict.of(
        delayed && rest().allMatch(this::isUnharmed) && roadUsers().findAny().isPresent(),
        roadUsers().allMatch(this::isUnharmed));
  }

  String because() {
    return String.format(
            Locale.ROOT,
            "Orders placed during %.0f s of each fault, accepted in time, and the longest wait for a visible parcel. ",
            blockedSeconds)
        + fared.entrySet().stream()
            .map(entry -> "When %s: %s".formatted(entry.getKey().words, inWords(entry.getValue())))
            .collect(Collectors.joining("; "))
        + ". Lost: "
        + fared.values().stream()
            .flatMap(shapes -> shapes.values().stream())
            .mapToLong(Fared::lost)
            .sum()
        + ".";
  }

  private static String inWords(Map<String, Fared> shapes) {
    return shapes.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f %%, %.1f s",
                    entry.getKey(),
                    entry.getValue().share() * 100,
                    entry.getValue().longestWait()))
        .collect(Collectors.joining(", "));
  }

  private boolean isDelayed(Fared each) {
    return each.longestWait() >= smallest * blockedSeconds;
  }

  /** Whatever the wait: no order was turned away for the road, and none was lost on it. */
  private static boolean isServed(Fared each) {
    return each.share() >= Attempts.AT_WORK && each.lost() == 0;
  }

  private boolean isUnharmed(Fared each) {
    return isServed(each) && each.longestWait() <= UNDELAYED * blockedSeconds;
  }

  private Stream<Fared> roadUsers() {
    return whileStopped(true);
  }

  private Stream<Fared> rest() {
    return whileStopped(false);
  }

  private Stream<Fared> whileStopped(boolean hasRoad) {
    return fared.entrySet().stream()
        .filter(entry -> entry.getKey().stops())
        .flatMap(entry -> entry.getValue().entrySet().stream())
        .filter(entry -> withRoad.contains(entry.getKey()) == hasRoad)
        .map(Map.Entry::getValue);
  }
}
