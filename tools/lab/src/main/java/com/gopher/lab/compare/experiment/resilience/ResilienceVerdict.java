package com.gopher.lab.compare.experiment.resilience;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.traffic.Attempts;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is to be thought of the claim when it is known how each shape fared while nobody shipped.
 *
 * @param baseline the shape that ships in its only process
 * @param smallest how much smaller a share must be to be of interest
 */
record ResilienceVerdict(String baseline, Map<String, Fared> shapes, double smallest) {

  /**
   * @param share of the orders placed while shipping was away that were accepted in time, 0 to 1
   * @param lost orders that were accepted, at any time, and whose parcels never became visible
   * @param catchUpSeconds from the command that brings shipping back until all parcels of the
   *     orders accepted before were visible
   */
  record Fared(double share, long lost, double catchUpSeconds) {

    private boolean isOpen() {
      return share >= Attempts.AT_WORK && lost == 0;
    }
  }

  Verdict verdict() {
    Fared one = shapes.getOrDefault(baseline, new Fared(0, 0, 0));
    boolean othersOpen = others().values().stream().allMatch(Fared::isOpen);
    return Verdict.of(
        othersOpen && one.share() < closed() && one.lost() == 0,
        others().values().stream()
            .anyMatch(
                other ->
                    other.share() < Math.min(closed(), one.share()) || other.lost() > one.lost()));
  }

  private double closed() {
    return Attempts.AT_WORK - smallest;
  }

  String because() {
    return "While the process that ships was away, orders accepted in time: "
        + shapes.entrySet().stream()
            .map(entry -> entry.getKey() + " " + inWords(entry.getValue()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String inWords(Fared fared) {
    return String.format(
        Locale.ROOT,
        "%.0f %%, %s, %s",
        fared.share() * 100,
        fared.catchUpSeconds() > 0
            ? String.format(
                Locale.ROOT,
                "all parcels visible %.1f s after the command to bring it back",
                fared.catchUpSeconds())
            : "no parcel left to wait for",
        fared.lost() == 0 ? "none lost" : fared.lost() + " lost");
  }

  private Map<String, Fared> others() {
    return shapes.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(baseline))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
