package com.gopher.lab.compare.experiment.fire;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.traffic.Attempts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the shares of orders that were accepted during each fire say about the claim.
 *
 * @param baseline the shape that is said to burn
 * @param shares of the orders placed while it burned that were accepted in time, each life of a
 *     shape one share from 0 to 1, by fire and shape
 * @param smallest how much smaller a share must be to be of interest
 */
record FireVerdict(
    String baseline, Map<FireKind, Map<String, List<Double>>> shares, double smallest) {

  /**
   * Shown if most of the fires burn the baseline and leave all others standing, and none does the
   * opposite. If the control harms anybody, nothing is shown: then it was not the fire.
   */
  Verdict verdict() {
    long shown = fires().stream().filter(this::isShown).count();
    return Verdict.of(
        controlHolds() && 2 * shown > fires().size(), fires().stream().anyMatch(this::isContrary));
  }

  String because() {
    String sentence =
        fires().stream()
            .map(fire -> "%s: %s".formatted(fire.words, inWords(fire)))
            .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "Of the orders placed while shipping burned, these were accepted within %.0f s. When %s. The control, an exception at each call: %s%s.",
        Attempts.IN_TIME_SECONDS,
        sentence,
        inWords(FireKind.EXCEPTION),
        controlHolds() ? "" : ", so that not only the fires did harm");
  }

  boolean isShown(FireKind fire) {
    return burns(fire, baseline) && others(fire).stream().allMatch(other -> stands(fire, other));
  }

  private boolean isContrary(FireKind fire) {
    return stands(fire, baseline) && others(fire).stream().anyMatch(other -> burns(fire, other));
  }

  private boolean controlHolds() {
    return shares.getOrDefault(FireKind.EXCEPTION, Map.of()).keySet().stream()
        .allMatch(shape -> stands(FireKind.EXCEPTION, shape));
  }

  private boolean stands(FireKind fire, String shape) {
    return of(fire, shape).stream().allMatch(share -> share >= Attempts.AT_WORK);
  }

  private boolean burns(FireKind fire, String shape) {
    return of(fire, shape).stream().allMatch(share -> share < Attempts.AT_WORK - smallest);
  }

  private List<FireKind> fires() {
    return Arrays.stream(FireKind.values())
        .filter(fire -> !fire.isControl() && shares.containsKey(fire))
        .toList();
  }

  private List<String> others(FireKind fire) {
    return shares.getOrDefault(fire, Map.of()).keySet().stream()
        .filter(shape -> !shape.equals(baseline))
        .toList();
  }

  private String inWords(FireKind fire) {
    return shares.getOrDefault(fire, Map.of()).keySet().stream()
        .map(
            shape ->
                of(fire, shape).stream()
                    .map(share -> String.format(Locale.ROOT, "%.0f", share * 100))
                    .collect(Collectors.joining("/", shape + " ", " %")))
        .collect(Collectors.joining(", "));
  }

  private List<Double> of(FireKind fire, String shape) {
    return shares.getOrDefault(fire, Map.of()).getOrDefault(shape, List.of());
  }
}
