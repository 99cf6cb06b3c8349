package com.gopher.ownership.changelog;

import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.xml.XmlReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a Liquibase changelog creates, what else it names, the SQL in it, and the files with more.
 *
 * @param scripts the paths of the SQL files that it runs
 * @param problem why the file cannot be read, or empty
 */
public record Changelog(
    List<Named> names, List<Sql> statements, List<String> scripts, String problem) {

  private static final String ROOT = "databaseChangeLog";
  private static final String NAME = "\\w*[tT]ableName|sequenceName|viewName";
  private static final Set<String> RUNS_FILE = Set.of("sqlFile", "createProcedure", "createView");
  private static final Set<String> SQL =
      Set.of(
          "sql",
          "createProcedure",
          "procedureText",
          "procedureBody",
          "viewDefinition",
          "createView",
          "selectQuery",
          "sqlCheck");

  /**
   * A table, view or sequence that a change names.
   *
   * @param change the change, such as {@code addColumn}
   * @param target the name of the table that the change is about, often the same
   */
  public record Named(
      String change, String schema, String name, String targetSchema, String target, int line) {

    public boolean isCreated() {
      return change.startsWith("create") && !change.equals("createIndex") && name.equals(target);
    }
  }

  /** A statement in a change. */
  public record Sql(String text, int line) {}

  public static boolean isOne(ResourceFile resource) {
    return resource.hasExtension("xml", "yaml", "yml", "json") && resource.text().contains(ROOT);
  }

  /** Whether an SQL script is a changelog, wherever it lies. */
  public static boolean isFormattedSql(ResourceFile resource) {
    return resource.hasExtension("sql")
        && resource.text().stripLeading().startsWith("--")
        && resource.text().stripLeading().substring(2).stripLeading().startsWith("liquibase ");
  }

  public static Changelog read(ResourceFile resource) {
    Changelog changelog =
        new Changelog(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), "");
    try {
      if (resource.hasExtension("xml")) {
        changelog.visit(ChangeNode.of(XmlReader.read(resource.text())), new LinkedHashMap<>(), "");
      } else {
        Node root =
            new Yaml(new SafeConstructor(new LoaderOptions()))
                .compose(new StringReader(resource.text()));
        if (root != null) {
          changelog.visit(ChangeNode.of("", root, 0), new LinkedHashMap<>(), "");
        }
      }
      return changelog;
    } catch (XmlReader.XmlProblem e) {
      return new Changelog(
          List.of(), List.of(), List.of(), "no well-formed XML, " + e.getMessage());
    } catch (YAMLException e) {
      return new Changelog(List.of(), List.of(), List.of(), "no YAML that can be read");
    }
  }

  private void visit(ChangeNode node, Map<String, String> around, String changeAround) {
    boolean begins = node.attributes().keySet().stream().anyMatch(key -> key.matches(NAME));
    boolean inner = !changeAround.isEmpty() && !target(around).isEmpty();
    Map<String, String> change = begins && !inner ? node.attributes() : around;
    String name = begins && !inner ? node.name() : changeAround;
    node.attributes()
        .forEach(
            (key, value) -> {
              if (key.matches(NAME)) {
                add(node, key, value, name, change);
              } else if (key.equals("references") && value.contains("(")) {
                String table = value.substring(0, value.indexOf('(')).strip();
                addNamed(node.name(), "", table, change, node.line());
              } else {
                piece(key, value).forEach(text -> statements.add(new Sql(text, node.line())));
              }
            });
    if (node.name().equals("where") && !node.text().isBlank()) {
      piece("where", node.text()).forEach(text -> statements.add(new Sql(text, node.textLine())));
    }
    renamed(node);
    String text = node.text().strip();
    if (SQL.contains(node.name()) && !text.isEmpty()) {
      String before = node.text().substring(0, node.text().indexOf(text));
      int blank = (int) before.chars().filter(c -> c == '\n').count();
      statements.add(new Sql(text, node.textLine() + blank));
    }
    if (RUNS_FILE.contains(node.name()) && node.attributes().containsKey("path")) {
      scripts.add(node.attributes().get("path"));
    }
    node.children().forEach(child -> visit(child, change, name));
  }

  /** What a value says in SQL, as a statement. */
  private static List<String> piece(String key, String value) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.endsWith("valuecomputed")) {
      return List.of("select " + value);
    }
    if (lower.endsWith("valuesequencenext")) {
      return List.of("select nextval('" + value + "')");
    }
    if (lower.equals("type") && value.contains(".")) {
      return List.of("select cast(null as " + value + ")");
    }
    return lower.equals("where") ? List.of("select 1 from dual where " + value) : List.of();
  }

  /** A table keeps its owner under its new name. */
  private void renamed(ChangeNode node) {
    String old = node.attributes().getOrDefault("oldTableName", "");
    String fresh = node.attributes().getOrDefault("newTableName", "");
    if (node.name().equals("renameTable") && !old.isEmpty() && !fresh.isEmpty()) {
      String schema = node.attributes().getOrDefault("schemaName", "");
      String full = schema.isEmpty() ? old : schema + "." + old;
      statements.add(new Sql("alter table " + full + " rename to " + fresh, node.line()));
    }
  }

  private void add(
      ChangeNode node, String key, String value, String change, Map<String, String> around) {
    boolean plain = key.matches("(table|sequence|view)Name");
    String schemaKey = plain ? "schemaName" : key.replaceFirst("[tT]ableName$", "TableSchemaName");
    String schema = node.attributes().getOrDefault(schemaKey, "");
    boolean own = plain && node.attributes().equals(around);
    addNamed(own ? change : node.name(), schema, value, around, node.line());
  }

  private void addNamed(
      String change, String schema, String name, Map<String, String> around, int line) {
    String target = target(around);
    String base = around.containsKey("baseTableName") ? "baseTableSchemaName" : "schemaName";
    names.add(
        new Named(
            change,
            schema,
            name,
            around.getOrDefault(base, ""),
            target.isEmpty() ? name : target,
            line));
  }

  private static String target(Map<String, String> change) {
    for (String key : List.of("baseTableName", "tableName", "viewName", "sequenceName")) {
      if (change.containsKey(key)) {
        return change.get(key);
      }
    }
    return "";
  }
}
