package com.gopher.lab.compare.experiment.goldenrule;

import com.gopher.lab.compare.claim.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether sharing a database is illegal: whether each forbidden way is stopped in each shape, at
 * build time or at run time, while the same way to one's own table is open.
 */
record GoldenRuleVerdict(Verdict verdict, String because) {

  static GoldenRuleVerdict on(List<GoldenRuleAttempt> attempts, double smallest) {
    Map<String, List<GoldenRuleAttempt>> forbidden = ways(attempts, true);
    Map<String, List<GoldenRuleAttempt>> allowed = ways(attempts, false);
    if (forbidden.isEmpty() || allowed.isEmpty()) {
      return notShown("Nothing forbidden was tried beside something allowed.");
    }
    List<String> closedToOwners = thatHold(allowed, GoldenRuleVerdict::wereStoppedOnce);
    if (!closedToOwners.isEmpty()) {
      return notShown(
          "What is allowed was stopped too, so that a refusal proves nothing: "
              + text(closedToOwners)
              + ".");
    }
    List<String> open = thatHold(forbidden, way -> !wereStoppedOnce(way));
    if (open.size() >= smallest) {
      return new GoldenRuleVerdict(Verdict.CONTRARY, "Nothing stopped " + text(open) + ".");
    }
    return new GoldenRuleVerdict(
        Verdict.SHOWN,
        "All %s forbidden ways were stopped, and all %s allowed ones were open. %s"
            .formatted(forbidden.size(), allowed.size(), untilWhen(forbidden)));
  }

  private static String untilWhen(Map<String, List<GoldenRuleAttempt>> forbidden) {
    List<String> atBuildTimeOnly =
        thatHold(
            forbidden, way -> way.stream().anyMatch(it -> !it.atBuildTime() && !it.wasStopped()));
    return atBuildTimeOnly.isEmpty()
        ? "The running system stopped all that got past the build."
        : "Only the build stopped " + text(atBuildTimeOnly) + ".";
  }

  private static boolean wereStoppedOnce(List<GoldenRuleAttempt> way) {
    return way.stream().anyMatch(GoldenRuleAttempt::wasStopped);
  }

  private static Map<String, List<GoldenRuleAttempt>> ways(
      List<GoldenRuleAttempt> attempts, boolean forbidden) {
    return attempts.stream()
        .filter(it -> it.isForbidden() == forbidden)
        .collect(
            Collectors.groupingBy(
                it -> it.access() + " (" + it.shape() + ")",
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static List<String> thatHold(
      Map<String, List<GoldenRuleAttempt>> ways, Predicate<List<GoldenRuleAttempt>> condition) {
    return ways.entrySet().stream()
        .filter(way -> condition.test(way.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static GoldenRuleVerdict notShown(String because) {
    return new GoldenRuleVerdict(Verdict.NOT_SHOWN, because);
  }

  private static String text(List<String> ways) {
    return String.join("; ", ways);
  }
}
