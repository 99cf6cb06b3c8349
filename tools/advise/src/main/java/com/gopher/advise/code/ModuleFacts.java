package com.gopher.advise.code;

import com.gopher.advise.text.Shareable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How large a module is, and what stands in the way of moving it out.
 *
 * @param types top-level types
 * @param publicTypes those of them that are public
 * @param usedTypes those of them that other modules name
 * @param tables the tables that it owns
 * @param sqlTexts distinct texts in SQL, JPQL or HQL
 * @param needs modules that it needs
 * @param neededBy modules that need it
 * @param cycle the modules that it forms a cycle with
 * @param obstacles what crosses its border, most places first
 * @param events of other modules that it hears, or of it that others hear, after the transaction
 */
public record ModuleFacts(
    String module,
    int types,
    int publicTypes,
    int usedTypes,
    Set<String> tables,
    int sqlTexts,
    Set<String> needs,
    Set<String> neededBy,
    Set<String> cycle,
    List<Obstacle> obstacles,
    int events) {

  public ModuleFacts {
    tables = harmless(tables);
    needs = harmless(needs);
    neededBy = harmless(neededBy);
    cycle = harmless(cycle);
    obstacles = List.copyOf(obstacles);
  }

  private static Set<String> harmless(Set<String> names) {
    return names.stream().map(Shareable::line).collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many places of a kind cross its border. */
  public int places(Obstacle.Kind kind) {
    return obstacles.stream()
        .filter(obstacle -> obstacle.kind() == kind)
        .mapToInt(Obstacle::count)
        .sum();
  }
}
