package com.gopher.ownership.owner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who owns which schema and which table, and how that is known. Stronger evidence is added first
 * and is never overruled.
 */
public final class Owners {

  private static final Set<String> SYSTEM =
      Set.of(
          "information_schema",
          "pg_catalog",
          "pg_temp",
          "tempdb",
          "session",
          "pg_toast",
          "sys",
          "mysql",
          "performance_schema",
          "sysibm",
          "syscat",
          "dual",
          "sysdummy1",
          "system_range",
          "sysobjects",
          "sysindexes",
          "syscolumns",
          "sysconstraints",
          "inserted",
          "deleted",
          "old",
          "new",
          "excluded",
          "old_table",
          "new_table");
  private static final Pattern CATALOG_VIEW =
      Pattern.compile(
          "(user|all|dba)_(tables|tab_columns|indexes|ind_columns|constraints|cons_columns|sequences|views|objects|triggers)");

  private final Map<String, Fact> schemas = new LinkedHashMap<>();
  private final Map<String, List<Owned>> tables = new HashMap<>();
  private final Map<TableName, Fact> patterns = new LinkedHashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<String> external = new HashSet<>();
  private final Set<String> frameworkTables = new TreeSet<>();

  /** Who and why. */
  public record Fact(String module, String why) {}

  private record Owned(TableName table, Fact fact) {}

  public void addSchema(String schema, String module, String why) {
    String name = schema.toLowerCase(Locale.ROOT);
    if (!new TableName(name, "").schema().isEmpty()) {
      schemas.putIfAbsent(name, new Fact(module, why));
    }
  }

  /** Adds a table, unless its schema or the very table is known to be another's. */
  public void addTable(TableName table, String module, String why) {
    if (table.toString().contains("*")) {
      patterns.putIfAbsent(table, new Fact(module, why));
      return;
    }
    Fact schemaOwner = schemas.get(table.schema());
    List<Owned> known = tables.computeIfAbsent(table.name(), name -> new ArrayList<>());
    boolean taken =
        !table.schema().isEmpty() && known.stream().anyMatch(owned -> owned.table().equals(table))
            || known.stream()
                .anyMatch(
                    owned -> owned.fact().module().equals(module) && owned.table().equals(table));
    if (!taken) {
      known.add(new Owned(table, schemaOwner == null ? new Fact(module, why) : schemaOwner));
    }
  }

  public void addShared(String pattern) {
    shared.add(pattern.toLowerCase(Locale.ROOT));
  }

  public void addExternal(String pattern) {
    external.add(pattern.toLowerCase(Locale.ROOT));
  }

  /** Whether a module owns anything that others could reach for. */
  public boolean ownsData(String module) {
    return ownsSchema(module) || !tablesOf(module).isEmpty();
  }

  public boolean ownsSchema(String module) {
    return !schemasOf(module).isEmpty();
  }

  public List<String> schemasOf(String module) {
    return schemas.entrySet().stream()
        .filter(entry -> entry.getValue().module().equals(module))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The tables of a module, by their full names. */
  public Set<String> tablesOf(String module) {
    Set<String> names = new TreeSet<>();
    for (List<Owned> alike : tables.values()) {
      alike.stream()
          .filter(owned -> owned.fact().module().equals(module))
          .forEach(owned -> names.add(owned.table().toString()));
    }
    return names;
  }

  /** How many tables have an owner. */
  public int tableCount() {
    return tables.values().stream().mapToInt(List::size).sum();
  }

  /** What a module is known to own of schemas, each with the evidence. */
  public Map<String, String> schemaFacts(String module) {
    Map<String, String> facts = new TreeMap<>();
    schemas.forEach(
        (schema, fact) -> {
          if (fact.module().equals(module)) {
            facts.put(schema, fact.why());
          }
        });
    return facts;
  }

  /** What a module is known to own of tables, each with the evidence. */
  public Map<String, String> tableFacts(String module) {
    Map<String, String> facts = new TreeMap<>();
    tables.values().stream()
        .flatMap(List::stream)
        .filter(owned -> owned.fact().module().equals(module))
        .forEach(owned -> facts.put(owned.table().toString(), owned.fact().why()));
    patterns.forEach(
        (pattern, fact) -> {
          if (fact.module().equals(module)) {
            facts.put(pattern.toString(), fact.why());
          }
        });
    return facts;
  }

  /** The tables of frameworks that were named and taken as shared. */
  public List<String> frameworkTables() {
    return List.copyOf(frameworkTables);
  }

  public boolean isEmpty() {
    return schemas.isEmpty() && tableCount() == 0 && patterns.isEmpty() && shared.isEmpty();
  }

  /** Names that make a text suspicious: schemas and tables, no matter who owns them. */
  public Set<String> knownNames() {
    Set<String> names = new LinkedHashSet<>(tables.keySet());
    names.addAll(schemas.keySet());
    return names;
  }

  public boolean knows(String tableName) {
    return tables.containsKey(tableName.toLowerCase(Locale.ROOT));
  }

  /** What a schema, used by a module, is. */
  public Resolution resolveSchema(String schema, String module) {
    String name = schema.toLowerCase(Locale.ROOT);
    TableName asTable = new TableName(name, "*");
    Fact owner = schemas.get(name);
    if (new TableName(name, "").schema().isEmpty()
        || SYSTEM.contains(name)
        || matches(shared, asTable)
        || matches(external, asTable)) {
      return allowed(asTable, "declared, or the database's own");
    }
    if (owner == null) {
      return new Resolution(Resolution.Kind.UNKNOWN, asTable, "", "");
    }
    return owner.module().equals(module)
        ? allowed(asTable, owner.why())
        : new Resolution(Resolution.Kind.FOREIGN, asTable, owner.module(), owner.why());
  }

  /** What a name in table position, used by a module, is. */
  public Resolution resolve(TableName table, String module) {
    if (matches(shared, table)) {
      return allowed(table, "declared shared");
    }
    if (matches(external, table)) {
      return allowed(table, "declared external");
    }
    if (isSystem(table)) {
      return allowed(table, "the database's own");
    }
    if (FrameworkTables.isOne(table.name())
        && owned(table.name()).stream().noneMatch(owned -> owned.table().equals(table))) {
      frameworkTables.add(table.name());
      return allowed(table, "a framework's, and so shared");
    }
    return table.schema().isEmpty()
        ? resolveUnqualified(table, module)
        : resolveQualified(table, module);
  }

  private Resolution resolveQualified(TableName table, String module) {
    List<Owned> exact =
        owned(table.name()).stream()
            .filter(owned -> owned.table().schema().equals(table.schema()))
            .toList();
    if (!exact.isEmpty()) {
      return decide(exact, table, module);
    }
    Fact schemaOwner = schemas.get(table.schema());
    if (schemaOwner != null) {
      return schemaOwner.module().equals(module)
          ? allowed(table, schemaOwner.why())
          : new Resolution(
              Resolution.Kind.FOREIGN_SCHEMA, table, schemaOwner.module(), schemaOwner.why());
    }
    List<Owned> withoutSchema =
        owned(table.name()).stream().filter(owned -> owned.table().schema().isEmpty()).toList();
    return withoutSchema.isEmpty()
        ? resolveByPattern(table, module)
        : unsure(withoutSchema, table, module);
  }

  private Resolution resolveUnqualified(TableName table, String module) {
    List<Owned> named = owned(table.name());
    if (named.isEmpty()) {
      return resolveByPattern(table, module);
    }
    return decide(named, table, module);
  }

  /** Tables that were declared by a pattern, such as {@code gds_*}. */
  private Resolution resolveByPattern(TableName table, String module) {
    List<Owned> declared =
        patterns.entrySet().stream()
            .filter(entry -> entry.getKey().covers(table))
            .map(entry -> new Owned(table, entry.getValue()))
            .toList();
    return declared.isEmpty()
        ? new Resolution(Resolution.Kind.UNKNOWN, table, "", "")
        : decide(declared, table, module);
  }

  private Resolution decide(List<Owned> candidates, TableName table, String module) {
    for (Owned owned : candidates) {
      if (owned.fact().module().equals(module)) {
        return allowed(table, owned.fact().why());
      }
    }
    Set<String> modules = new LinkedHashSet<>();
    candidates.forEach(owned -> modules.add(owned.fact().module()));
    Owned first = candidates.get(0);
    if (modules.size() > 1) {
      return new Resolution(Resolution.Kind.AMBIGUOUS, table, "", "owned by any of " + modules);
    }
    return new Resolution(
        Resolution.Kind.FOREIGN, first.table(), first.fact().module(), first.fact().why());
  }

  private Resolution unsure(List<Owned> candidates, TableName table, String module) {
    Resolution decided = decide(candidates, table, module);
    return decided.kind() == Resolution.Kind.FOREIGN
        ? new Resolution(Resolution.Kind.AMBIGUOUS, decided.table(), decided.owner(), decided.why())
        : decided;
  }

  private List<Owned> owned(String name) {
    return tables.getOrDefault(name, List.of());
  }

  private static Resolution allowed(TableName table, String why) {
    return new Resolution(Resolution.Kind.ALLOWED, table, "", why);
  }

  private static boolean isSystem(TableName table) {
    return SYSTEM.contains(table.schema())
        || table.schema().isEmpty()
            && (SYSTEM.contains(table.name())
                || table.name().startsWith("pg_")
                || CATALOG_VIEW.matcher(table.name()).matches());
  }

  private static boolean matches(Collection<String> patterns, TableName table) {
    return patterns.contains(table.toString())
        || patterns.contains(table.name())
        || patterns.stream()
            .anyMatch(each -> each.contains("*") && TableName.parse(each).covers(table))
        || !table.schema().isEmpty()
            && (patterns.contains(table.schema() + ".*") || patterns.contains(table.schema()));
  }
}
