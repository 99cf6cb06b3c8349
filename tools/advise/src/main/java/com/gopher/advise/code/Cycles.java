package com.gopher.advise.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which modules need one another in a circle. */
final class Cycles {

  private final Map<String, Set<String>> needs;

  Cycles(Map<String, Set<String>> needs) {
    this.needs = needs;
  }

  /** The modules from which a module comes back to itself, without itself. */
  Set<String> of(String module) {
    Set<String> cycle = new TreeSet<>();
    for (String other : reachable(module)) {
      if (!other.equals(module) && reachable(other).contains(module)) {
        cycle.add(other);
      }
    }
    return cycle;
  }

  private Set<String> reachable(String from) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(needs.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(needs.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
