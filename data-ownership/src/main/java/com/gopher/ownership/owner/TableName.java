package com.gopher.ownership.owner;

import java.util.List;
import java.util.Locale;

/**
 * A table, view, sequence or routine by name, in lower case.
 *
 * @param schema the schema, or empty where none is named; the default schemas of databases count as
 *     none
 */
public record TableName(String schema, String name) {

  private static final List<String> DEFAULT_SCHEMAS = List.of("public", "dbo");

  public TableName {
    schema = schema.toLowerCase(Locale.ROOT);
    name = name.toLowerCase(Locale.ROOT);
    schema = DEFAULT_SCHEMAS.contains(schema) ? "" : schema;
  }

  public static TableName of(List<String> parts) {
    String name = parts.get(parts.size() - 1);
    return new TableName(parts.size() > 1 ? parts.get(parts.size() - 2) : "", name);
  }

  public static TableName parse(String text) {
    return of(List.of(text.replace("\"", "").replace("`", "").split("\\.")));
  }

  /** Whether this name, where it has stars, stands for the other one, too. */
  boolean covers(TableName other) {
    boolean anySchema = schema.isEmpty() && other.schema.isEmpty() || covers(schema, other.schema);
    return anySchema && covers(name, other.name);
  }

  private static boolean covers(String pattern, String text) {
    return text.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"));
  }

  /** Spring's and Spring Data's implicit name for what is called {@code OrderLine} in Java. */
  public static String snakeCase(String javaName) {
    return javaName
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
