package com.gopher.ownership.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The modules and who reaches for whose data, as a drawing for Graphviz or Mermaid. */
final class GraphReport {

  private static final String NOBODY = "(nobody known)";

  private GraphReport() {}

  static String dot(Report report) {
    StringBuilder text = new StringBuilder("digraph \"data ownership\" {\n  node [shape=box];\n");
    nodes(report)
        .forEach(
            (name, label) ->
                text.append("  ")
                    .append(quoted(name))
                    .append(" [label=")
                    .append(quoted(label))
                    .append("];\n"));
    for (Crossing crossing : Crossing.of(report.findings())) {
      text.append("  ")
          .append(quoted(crossing.from()))
          .append(" -> ")
          .append(quoted(owner(crossing)))
          .append(" [label=\"")
          .append(crossing.certain() + crossing.possible())
          .append(crossing.certain() > 0 ? "\"];\n" : "\", style=dashed];\n");
    }
    return text.append("}\n").toString();
  }

  static String mermaid(Report report) {
    Map<String, String> ids = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder("flowchart LR\n");
    nodes(report)
        .forEach(
            (name, label) -> {
              ids.put(name, "m" + ids.size());
              text.append("  ").append(ids.get(name)).append("[").append(quoted(label));
              text.append("]\n");
            });
    for (Crossing crossing : Crossing.of(report.findings())) {
      text.append("  ")
          .append(ids.get(crossing.from()))
          .append(crossing.certain() > 0 ? " -->|" : " -.->|")
          .append(crossing.certain() + crossing.possible())
          .append("| ")
          .append(ids.get(owner(crossing)))
          .append('\n');
    }
    return text.toString();
  }

  private static Map<String, String> nodes(Report report) {
    Map<String, String> nodes = new LinkedHashMap<>();
    report
        .scope()
        .tables()
        .forEach(
            (module, tables) ->
                nodes.put(module, module + ", " + tables + (tables == 1 ? " table" : " tables")));
    TreeSet<String> others = new TreeSet<>();
    for (Crossing crossing : Crossing.of(report.findings())) {
      others.add(crossing.from());
      others.add(owner(crossing));
    }
    others.forEach(name -> nodes.putIfAbsent(name, name));
    return nodes;
  }

  private static String owner(Crossing crossing) {
    return crossing.owner().isEmpty() ? NOBODY : crossing.owner();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "'") + "\"";
  }
}
