package com.gopher.ownership.report;

import com.gopher.ownership.api.PublicApi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run took for the application: what a reader of findings checks first.
 *
 * @param base the packages below which the modules lie, or another source of the modules
 * @param tables how many tables each module is known to own
 * @param layers modules that are called like layers, if there are several
 * @param frameworkTables tables of frameworks that are named and so were taken as shared
 */
@PublicApi
public record Scope(
    String base, Map<String, Integer> tables, List<String> layers, List<String> frameworkTables) {

  public Scope {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    layers = List.copyOf(layers);
    frameworkTables = List.copyOf(frameworkTables);
  }

  /** The head of the report for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("modules of " + base + " (with the tables that each owns):");
    lines.addAll(
        Wrapped.lines(
            tables.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList()));
    if (!layers.isEmpty()) {
      lines.add(
          "warning: "
              + String.join(", ", layers)
              + " are called like layers and not like modules; name the package whose direct"
              + " sub-packages are the modules: --base-package, or --modules-from");
    }
    if (!frameworkTables.isEmpty()) {
      lines.add("taken as shared, as tables of frameworks:");
      lines.addAll(Wrapped.lines(frameworkTables));
    }
    return lines;
  }
}
