package com.gopher.ownership.report;

import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often one module reaches for another's data.
 *
 * @param owner the other module, or empty where nobody is known to own what is touched
 */
record Crossing(String from, String owner, int certain, int possible) {

  private static final int WIDTH = 50;

  /** One for each pair of modules; those with the most certain findings come first. */
  static List<Crossing> of(List<Finding> findings) {
    Map<String, Crossing> found = new TreeMap<>();
    for (Finding finding : findings) {
      int certain = finding.severity() == Severity.CERTAIN ? 1 : 0;
      found.merge(
          finding.module() + " " + finding.owner(),
          new Crossing(finding.module(), finding.owner(), certain, 1 - certain),
          Crossing::plus);
    }
    return found.values().stream()
        .sorted(
            Comparator.comparing(Crossing::certain)
                .thenComparing(Crossing::possible)
                .reversed()
                .thenComparing(Crossing::from)
                .thenComparing(Crossing::owner))
        .toList();
  }

  private Crossing plus(Crossing other) {
    return new Crossing(from, owner, certain + other.certain, possible + other.possible);
  }

  String line() {
    String pair = from + " -> " + (owner.isEmpty() ? "(nobody known)" : owner);
    return "  "
        + pair
        + " ".repeat(Math.max(1, WIDTH - pair.length()))
        + certain
        + " certain, "
        + possible
        + " possible";
  }
}
