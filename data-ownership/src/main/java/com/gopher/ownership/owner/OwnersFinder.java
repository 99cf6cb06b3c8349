package com.gopher.ownership.owner;

import com.gopher.ownership.changelog.Changelog;
import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.sql.Reading;
import com.gopher.ownership.sql.SqlReader;
import com.gopher.ownership.sql.TableUse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the evidence of ownership in the order of its strength: the ownership file, annotations
 * on packages, migrations and schema scripts, mapped classes. The name of a schema that is a
 * module's own name, or its plural, breaks a tie.
 */
public final class OwnersFinder {

  private static final Pattern DEFINING =
      Pattern.compile(
          "(?i)(?:.*[-_.])?(?:schema|ddl|create|tables?)(?:[-_.].*)?\\.(?:sql|ddl)|schema.*");

  private final Modules modules;
  private final SqlReader sql;
  private final Owners owners = new Owners();

  public OwnersFinder(Modules modules, SqlReader sql) {
    this.modules = modules;
    this.sql = sql;
  }

  /**
   * @param statements SQL texts of Java migrations, each with the class that runs it
   */
  public Owners find(
      OwnershipFile file,
      Codebase code,
      Collection<ResourceFile> resources,
      List<JavaMigrationText> statements,
      Entities entities) {
    file.addTo(owners);
    code.classes().stream().filter(CodeClass::isPackageInfo).forEach(this::readAnnotations);
    List<ResourceFile> scripts = resources.stream().filter(OwnersFinder::definesTables).toList();
    for (ResourceFile script : scripts) {
      readSchemas(modules.ofPath(script.path()), script.path(), script.text());
    }
    for (ResourceFile script : scripts) {
      readScript(modules.ofPath(script.path()), script.path(), script.text());
    }
    resources.stream().filter(Changelog::isOne).forEach(this::readChangelog);
    for (JavaMigrationText statement : statements) {
      readSchemas(statement.module(), statement.place(), statement.text());
      readScript(statement.module(), statement.place(), statement.text());
    }
    // All are asked before any is added: one module's mapping is no evidence against another's.
    List<Entity> unclaimed = entities.all().stream().filter(this::isUnclaimed).toList();
    unclaimed.forEach(entity -> readEntity(entity, code));
    return owners;
  }

  /**
   * The folders inside a module's package whose scripts create mapped tables of at least two other
   * modules, or that are named as the place of migrations and create what only others use: they
   * hold the migrations of the whole application. Where there is one, the module's other scripts,
   * and its migrations in Java, are the application's, too.
   */
  public static Set<String> centralFolders(
      Modules modules,
      Collection<ResourceFile> resources,
      Codebase code,
      Entities entities,
      SqlReader sql) {
    Map<String, Set<String>> others = new TreeMap<>();
    Map<String, String> homeOf = new TreeMap<>();
    for (ResourceFile script : resources) {
      String home = modules.ofPackage(script.path());
      homeOf.put(modules.scriptsTogether(script.path()), home);
      if (home.isEmpty() || !definesTables(script) && !Changelog.isOne(script)) {
        continue;
      }
      for (TableName created : created(script, sql)) {
        entities.all().stream()
            .filter(entity -> entity.table().equals(created))
            .map(Entity::module)
            .filter(module -> !module.equals(home))
            .forEach(
                module ->
                    others
                        .computeIfAbsent(
                            modules.scriptsTogether(script.path()), key -> new TreeSet<>())
                        .add(module));
      }
    }
    Set<String> homes =
        others.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(entry -> homeOf.getOrDefault(entry.getKey(), ""))
            .collect(Collectors.toCollection(TreeSet::new));
    homes.addAll(new ConfiguredScripts(modules, code, entities, sql).homes(resources));
    Set<String> folders = new TreeSet<>();
    Stream.concat(
            resources.stream()
                .filter(script -> definesTables(script) || Changelog.isOne(script))
                .map(ResourceFile::path),
            code.classes().stream().map(CodeClass::name).filter(Modules::isJavaMigration))
        .map(modules::scriptsBeside)
        .forEach(folders::add);
    folders.removeIf(folder -> !homes.contains(modules.ofPackage(folder)));
    return folders;
  }

  static List<TableName> created(ResourceFile script, SqlReader sql) {
    if (Changelog.isOne(script)) {
      return Changelog.read(script).names().stream()
          .filter(Changelog.Named::isCreated)
          .map(named -> Entities.qualified(named.schema(), named.name()))
          .toList();
    }
    return sql.read(script.text()).uses().stream()
        .filter(use -> use.kind() == TableUse.Kind.CREATE)
        .map(use -> TableName.of(use.parts()))
        .toList();
  }

  /** Whether any script creates a table, whoever owns it. */
  public static boolean seesTables(Collection<ResourceFile> resources, SqlReader sql) {
    return resources.stream()
        .anyMatch(
            resource ->
                resource.hasExtension("sql", "ddl")
                    && sql.read(resource.text()).uses().stream()
                        .anyMatch(use -> use.kind() == TableUse.Kind.CREATE));
  }

  /** A statement run by a Java migration. */
  public record JavaMigrationText(String module, String place, String text) {}

  private void readAnnotations(CodeClass packageInfo) {
    String module = modules.of(packageInfo);
    for (Note note : packageInfo.classNotes()) {
      String why =
          "package-info.java of " + packageInfo.packageName() + " says @" + note.simpleName();
      if (note.is("OwnsSchema") || note.is("OwnsSchemas")) {
        note.texts("value")
            .forEach(schema -> owners.addSchema(schema, module, why + "(\"" + schema + "\")"));
      } else if (note.is("OwnsTable") || note.is("OwnsTables")) {
        note.texts("value")
            .forEach(
                table ->
                    owners.addTable(
                        inOwnSchema(TableName.parse(table), module),
                        module,
                        why + "(\"" + table + "\")"));
      } else if (note.is("DataOwnership") || note.is("DataOwner")) {
        note.texts("schema").forEach(schema -> owners.addSchema(schema, module, why));
        note.texts("schemas").forEach(schema -> owners.addSchema(schema, module, why));
        note.texts("tables")
            .forEach(
                table -> owners.addTable(inOwnSchema(TableName.parse(table), module), module, why));
      }
    }
  }

  static boolean definesTables(ResourceFile resource) {
    boolean script = resource.hasExtension("sql", "ddl");
    return script
        && (Modules.isMigration(resource.path())
            || Changelog.isFormattedSql(resource)
            || DEFINING.matcher(resource.fileName()).matches());
  }

  private void readSchemas(String module, String place, String text) {
    if (!modules.isModule(module)) {
      return;
    }
    Reading reading = sql.read(text);
    for (TableUse use : reading.uses()) {
      if (use.hasHole()) {
        continue;
      }
      String why = place + ":" + reading.line(use.start()) + " creates it";
      if (use.kind() == TableUse.Kind.CREATE_SCHEMA) {
        owners.addSchema(use.parts().get(0), module, why);
      } else if (use.kind() == TableUse.Kind.CREATE
          && use.parts().size() > 1
          && resembles(TableName.of(use.parts()).schema(), module)) {
        owners.addSchema(TableName.of(use.parts()).schema(), module, why);
      }
    }
  }

  private void readScript(String module, String place, String text) {
    Reading reading = sql.read(text);
    for (TableUse use : reading.uses()) {
      boolean creates =
          use.kind() == TableUse.Kind.CREATE || use.kind() == TableUse.Kind.CREATE_FUNCTION;
      if (use.kind() == TableUse.Kind.RENAME && !use.hasHole() && !use.target().isEmpty()) {
        String why = place + ":" + reading.line(use.start()) + " renames it";
        addRenamed(TableName.of(use.target()), TableName.of(use.parts()), module, why);
      } else if (creates && !use.hasHole()) {
        String why = place + ":" + reading.line(use.start()) + " creates it";
        addCreated(TableName.of(use.parts()), module, why);
      }
    }
  }

  /** A table keeps its owner and its schema under its new name. */
  private void addRenamed(TableName old, TableName fresh, String module, String why) {
    Resolution known = owners.resolve(old, "");
    String owner = known.owner().isEmpty() ? module : known.owner();
    String schema = fresh.schema().isEmpty() ? known.table().schema() : fresh.schema();
    if (modules.isModule(owner)) {
      owners.addTable(inOwnSchema(new TableName(schema, fresh.name()), owner), owner, why);
    }
  }

  private void readChangelog(ResourceFile resource) {
    String module = modules.ofPath(resource.path());
    Changelog changelog = Changelog.read(resource);
    for (Changelog.Named named : changelog.names()) {
      if (named.isCreated()) {
        String why = resource.path() + ":" + named.line() + " creates it";
        addCreated(Entities.qualified(named.schema(), named.name()), module, why);
      }
    }
    for (Changelog.Sql statement : changelog.statements()) {
      readSchemas(module, resource.path(), statement.text());
      readScript(module, resource.path(), statement.text());
    }
  }

  /** What a module's script creates is its own; what the application's creates is its schema's. */
  private void addCreated(TableName table, String module, String why) {
    if (modules.isModule(module)) {
      owners.addTable(inOwnSchema(table, module), module, why);
    } else if (!table.schema().isEmpty()) {
      Resolution schema = owners.resolveSchema(table.schema(), Modules.APPLICATION);
      String owner = schema.owner().isEmpty() ? moduleLike(table.schema()) : schema.owner();
      if (!owner.isEmpty()) {
        owners.addTable(table, owner, why);
      }
    }
  }

  /** Whether no stronger evidence gives the table, as the mapping writes it, to another module. */
  private boolean isUnclaimed(Entity entity) {
    boolean own = owners.resolve(entity.table(), entity.module()).kind() == Resolution.Kind.ALLOWED;
    Resolution.Kind kind = owners.resolve(entity.table(), "").kind();
    return modules.isModule(entity.module())
        && (own || kind == Resolution.Kind.UNKNOWN || kind == Resolution.Kind.ALLOWED);
  }

  private void readEntity(Entity entity, Codebase code) {
    String why = entity.type().sourceFile() + " maps it";
    owners.addTable(inOwnSchema(entity.table(), entity.module()), entity.module(), why);
    for (TableName side : Entities.sideTables(entity)) {
      TableName full = inOwnSchema(side, entity.module());
      if (owners.resolve(full, "").kind() == Resolution.Kind.UNKNOWN) {
        owners.addTable(full, entity.module(), why);
      }
    }
    for (TableName part : AggregateParts.tables(entity, code, modules)) {
      TableName full = inOwnSchema(part, entity.module());
      Resolution known = owners.resolve(full, "");
      if (known.kind() == Resolution.Kind.UNKNOWN || known.owner().equals(entity.module())) {
        owners.addTable(full, entity.module(), why);
      }
    }
  }

  private TableName inOwnSchema(TableName table, String module) {
    List<String> own = owners.schemasOf(module);
    return table.schema().isEmpty() && own.size() == 1
        ? new TableName(own.get(0), table.name())
        : table;
  }

  private String moduleLike(String schema) {
    return modules.all().stream()
        .map(Module::name)
        .filter(name -> resembles(schema, name))
        .findFirst()
        .orElse("");
  }

  private static boolean resembles(String schema, String module) {
    String one = schema.toLowerCase(Locale.ROOT);
    String other = module.toLowerCase(Locale.ROOT);
    return one.equals(other) || one.equals(other + "s") || other.equals(one + "s");
  }
}
