package com.gopher.lab.compare.experiment.upgrade;

import com.gopher.lab.compare.claim.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether shipping can be upgraded alone where it is apart, and only with the whole house where it
 * is not: by what was restarted, and by the orders that were refused in that time.
 */
record UpgradeVerdict(Verdict verdict, String because) {

  static UpgradeVerdict on(
      List<UpgradeDeployment> deployments,
      Map<String, UpgradeBuild.Product> builds,
      double smallest) {
    Map<Boolean, List<UpgradeDeployment>> byPlace =
        deployments.stream().collect(Collectors.partitioningBy(UpgradeDeployment::isTogether));
    List<UpgradeDeployment> together = byPlace.get(true);
    List<UpgradeDeployment> apart = byPlace.get(false);
    if (together.isEmpty() || apart.isEmpty()) {
      return new UpgradeVerdict(
          Verdict.NOT_SHOWN, "There is nothing to compare: it takes a part that is apart.");
    }
    String because = because(deployments, builds);
    if (deployments.stream().anyMatch(it -> it.secondsUntilSeen() == null)) {
      return new UpgradeVerdict(
          Verdict.NOT_SHOWN, "Not each new behaviour was seen in time. " + because);
    }
    boolean aloneWhereApart =
        apart.stream().allMatch(it -> !it.frontDoorRestarted() && it.refused() < smallest);
    boolean allWhereTogether =
        together.stream().allMatch(it -> it.frontDoorRestarted() && it.refused() >= smallest);
    return new UpgradeVerdict(
        Verdict.of(
            aloneWhereApart && allWhereTogether,
            apart.stream().anyMatch(UpgradeDeployment::frontDoorRestarted)
                || (!aloneWhereApart && mostRefused(apart) >= mostRefused(together))),
        because);
  }

  private static long mostRefused(List<UpgradeDeployment> deployments) {
    return deployments.stream().mapToLong(UpgradeDeployment::refused).max().orElse(0);
  }

  private static String because(
      List<UpgradeDeployment> deployments, Map<String, UpgradeBuild.Product> builds) {
    Map<String, List<UpgradeDeployment>> byShape =
        deployments.stream()
            .collect(
                Collectors.groupingBy(
                    UpgradeDeployment::shape, LinkedHashMap::new, Collectors.toList()));
    return byShape.entrySet().stream()
        .map(it -> sentence(it.getKey(), it.getValue(), builds.get(it.getKey())))
        .collect(Collectors.joining(" "));
  }

  private static String sentence(
      String shape, List<UpgradeDeployment> deployments, UpgradeBuild.Product build) {
    return "%s: %s classes compiled for one that changed, %s restarted, %s of %s orders refused in %s %s%s."
        .formatted(
            shape,
            build.classes(),
            deployments.stream()
                .flatMap(it -> it.restarted().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and ")),
            deployments.stream().mapToLong(UpgradeDeployment::refused).sum(),
            deployments.stream().mapToLong(UpgradeDeployment::intended).sum(),
            deployments.size(),
            deployments.size() == 1 ? "deployment" : "deployments",
            reasons(deployments));
  }

  private static String reasons(List<UpgradeDeployment> deployments) {
    var all = new TreeMap<String, Long>();
    for (UpgradeDeployment deployment : deployments) {
      deployment.refusals().forEach((reason, orders) -> all.merge(reason, orders, Long::sum));
    }
    return all.isEmpty()
        ? ""
        : all.entrySet().stream()
            .map(entry -> entry.getValue() + " by " + entry.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
