package com.gopher.ownership.judge;

import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A start for the ownership file: each module with what it is known to own, and each table that
 * nobody is known to own, with the evidence beside each line.
 */
public final class Suggestion {

  private static final String HEAD =
      """
      # A start, written from what an inspection saw. Read each line and correct it: what stands here
      # overrules migrations and mappings. What they say rightly may be deleted again.
      """;

  private final Modules modules;
  private final Owners owners;
  private final Map<String, Map<String, String>> unowned;

  /**
   * @param unowned by table without an owner, the modules that name it, and where
   */
  Suggestion(Modules modules, Owners owners, Map<String, Map<String, String>> unowned) {
    this.modules = modules;
    this.owners = owners;
    this.unowned = new TreeMap<>(unowned);
    this.unowned.keySet().removeIf(name -> name.indexOf(SqlText.HOLE) >= 0 || name.contains("?"));
  }

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD);
    String base = modules.base();
    if (!base.isEmpty() && !base.contains(",")) {
      text.append("base-package: ")
          .append(base)
          .append(" # its direct sub-packages are the modules\n");
    }
    text.append("modules:\n");
    for (String module : modules.all().stream().map(Module::name).distinct().toList()) {
      List<String> schemas = new ArrayList<>(lines(owners.schemaFacts(module)));
      List<String> tables = new ArrayList<>(lines(owners.tableFacts(module)));
      unowned.forEach(
          (name, naming) -> {
            if (naming.size() == 1 && naming.containsKey(module)) {
              (isSchema(name) ? schemas : tables)
                  .add(
                      entry(
                          name.replace(".*", ""),
                          "only this module names it, in " + naming.get(module)));
            }
          });
      text.append("  ").append(module).append(':');
      text.append(
          schemas.isEmpty() && tables.isEmpty() ? " {} # owns nothing that is known\n" : "\n");
      append(text, "schemas", schemas);
      append(text, "tables", tables);
    }
    return text.append(shared()).append("external: []\n").toString();
  }

  private String shared() {
    StringBuilder text = new StringBuilder("shared:\n");
    owners
        .frameworkTables()
        .forEach(name -> text.append("  - ").append(name).append(" # a framework's table\n"));
    unowned.forEach(
        (name, naming) -> {
          if (naming.size() > 1) {
            text.append("  # nobody is known to own ")
                .append(name)
                .append("; give it to one of these modules, or take the # before the dash away:\n")
                .append("  # - ")
                .append(name)
                .append(" # named by ")
                .append(
                    String.join(
                        ", ",
                        naming.entrySet().stream()
                            .map(each -> each.getKey() + " (" + each.getValue() + ")")
                            .toList()))
                .append('\n');
          }
        });
    return text.toString();
  }

  private static void append(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("    ").append(title).append(":\n");
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }

  private static List<String> lines(Map<String, String> facts) {
    return facts.entrySet().stream().map(each -> entry(each.getKey(), each.getValue())).toList();
  }

  private static String entry(String name, String why) {
    String plain = name.matches("[a-z_][\\w.$]*") ? name : "\"" + name.replace("\"", "") + "\"";
    return "      - " + plain + " # " + why.replaceAll("\\s+", " ");
  }

  private static boolean isSchema(String name) {
    return name.endsWith(".*");
  }
}
