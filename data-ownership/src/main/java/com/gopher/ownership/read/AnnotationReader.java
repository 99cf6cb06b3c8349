package com.gopher.ownership.read;

import com.gopher.ownership.Rule;
import com.gopher.ownership.Severity;
import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import com.gopher.ownership.judge.Context;
import com.gopher.ownership.judge.Judge;
import com.gopher.ownership.judge.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** Reads what annotations carry: tables, sequences, SQL, and the names of beans and properties. */
final class AnnotationReader {

  private static final List<String> FOR_PEOPLE =
      List.of(
          "io/swagger/",
          "org/springframework/kafka/",
          "org/springframework/web/",
          "org/junit/",
          "com/fasterxml/",
          "tools/jackson/",
          "jakarta/validation/",
          "java/lang/",
          "org/springframework/messaging/",
          "org/springframework/scheduling/",
          "org/springdoc/",
          "io/micrometer/",
          "org/jspecify/",
          "picocli/",
          "org/springframework/modulith/");
  private static final Set<String> TABLES =
      Set.of("Table", "SecondaryTable", "JoinTable", "CollectionTable", "TableGenerator", "View");
  private static final Set<String> CONDITIONS =
      Set.of(
          "Formula",
          "SQLRestriction",
          "Where",
          "SQLJoinTableRestriction",
          "WhereJoinTable",
          "Filter",
          "FilterDef",
          "FilterJoinTable",
          "ColumnTransformer",
          "JoinFormula",
          "DiscriminatorFormula",
          "Check",
          "CheckConstraint",
          "ColumnDefault",
          "GeneratedColumn",
          "Generated",
          "SQLOrder",
          "SortNatural",
          "PartitionKey",
          "SqlFragmentAlias");
  private static final Set<String> COLUMNS = Set.of("Column", "JoinColumn", "PrimaryKeyJoinColumn");
  private static final Set<String> BEANS = Set.of("Qualifier", "Named", "Resource");
  private static final Set<String> UNITS =
      Set.of(
          "Transactional",
          "PersistenceContext",
          "PersistenceUnit",
          "ApplicationModuleListener",
          "Sql",
          "SqlConfig");

  private final Codebase code;
  private final Modules modules;
  private final Credentials credentials;
  private final Scripts scripts;
  private final Judge judge;

  AnnotationReader(
      Codebase code, Modules modules, Credentials credentials, Scripts scripts, Judge judge) {
    this.code = code;
    this.modules = modules;
    this.credentials = credentials;
    this.scripts = scripts;
    this.judge = judge;
  }

  void read(CodeClass type, String module) {
    for (Noted noted : type.notes()) {
      Place place = Place.in(module, type, noted.member(), noted.line());
      for (Note note : code.withMeta(noted.note())) {
        List<Note> all = new ArrayList<>(note.nested());
        all.add(note);
        all.forEach(each -> readOne(each, place, type));
      }
    }
  }

  private void readOne(Note note, Place place, CodeClass type) {
    if (FOR_PEOPLE.stream().anyMatch(note.type()::startsWith)) {
      if (note.type().startsWith("org/springframework/modulith/")) {
        units(note, place);
      }
      return;
    }
    String name = note.simpleName();
    if (TABLES.contains(name)) {
      table(note, place);
    } else if (name.equals("SequenceGenerator")
        || name.equals("GenericGenerator")
        || name.equals("Parameter")
        || name.equals("Sequence")) {
      sequence(note, place);
    } else if (CONDITIONS.contains(name)) {
      texts(note)
          .forEach(
              text -> judge.text(place, "select 1 from dual where " + text, Context.mapping()));
    } else if (name.equals("Synchronize")) {
      note.texts("value")
          .forEach(
              table ->
                  judge.table(
                      place,
                      Rule.MAPPING,
                      TableName.parse(table),
                      "@Synchronize(>>" + table + "<<)"));
    } else if (name.equals("ForeignKey") && !note.text("foreignKeyDefinition").isEmpty()) {
      String definition = note.text("foreignKeyDefinition");
      judge.text(place, "create table mapped_ (c int, " + definition + ")", Context.mapping());
    } else if (COLUMNS.contains(name)) {
      column(note, place);
    } else if (name.equals("Sql")) {
      sql(note, place);
    } else if (name.equals("Procedure") || name.equals("NamedStoredProcedureQuery")) {
      procedure(note, place);
    } else if (name.equals("Value") && note.type().startsWith("org/springframework/")) {
      property(note, place);
    } else if (name.equals("ConfigurationProperties")) {
      credential(note.text("prefix") + note.text("value"), place, false);
    } else if (BEANS.contains(name)) {
      credential(note.text("value") + note.text("name"), place, false);
    } else if (name.startsWith("Enable")
        || name.equals("EntityScan")
        || name.equals("ComponentScan")) {
      scan(note, place);
    } else {
      queries(note, place, type);
    }
    if (UNITS.contains(name)) {
      units(note, place);
    }
  }

  private void table(Note note, Place place) {
    String written =
        List.of("name", "value", "table").stream()
            .map(note::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    String shown =
        "@"
            + note.simpleName()
            + "(>>"
            + (note.text("schema").isEmpty() ? "" : note.text("schema") + ".")
            + written
            + "<<)";
    if (!written.isEmpty()) {
      judge.table(place, Rule.MAPPING, Entities.qualified(note.text("schema"), written), shown);
    } else if (!note.text("schema").isEmpty()) {
      judge.schema(place, Rule.MAPPING, note.text("schema"), shown);
    }
    if (!note.text("query").isEmpty()) {
      judge.text(place, note.text("query"), Context.mapping());
    }
  }

  private void sequence(Note note, Place place) {
    boolean generic = note.is("Parameter");
    if (generic && !note.text("name").matches("sequence(_name)?|table|table_name|schema")) {
      return;
    }
    String written =
        generic
            ? note.text("value")
            : note.is("Sequence") ? note.text("sequence") : note.text("sequenceName");
    if (!written.isEmpty()) {
      TableName table = Entities.qualified(note.text("schema"), written);
      if (generic && note.text("name").equals("schema")) {
        judge.schema(place, Rule.MAPPING, written, "schema >>" + written + "<<");
      } else {
        judge.table(place, Rule.MAPPING, table, "@" + note.simpleName() + "(>>" + table + "<<)");
      }
    }
  }

  private void column(Note note, Place place) {
    if (!note.text("table").isEmpty()) {
      judge.table(
          place,
          Rule.MAPPING,
          TableName.parse(note.text("table")),
          "@" + note.simpleName() + "(table = >>" + note.text("table") + "<<)");
    }
    if (!note.text("columnDefinition").isEmpty()) {
      judge.text(
          place,
          "create table mapped_ (c " + note.text("columnDefinition") + ")",
          new Context(Rule.MAPPING, Context.Language.SQL, true));
    }
  }

  private void sql(Note note, Place place) {
    note.texts("statements").forEach(text -> judge.text(place, text, Context.sql()));
    List<String> named = new ArrayList<>(note.texts("value"));
    named.addAll(note.texts("scripts"));
    named.forEach(script -> scripts.runBy(place, script));
  }

  private void procedure(Note note, Place place) {
    for (String attribute : List.of("procedureName", "value")) {
      if (!note.text(attribute).isEmpty()) {
        judge.text(place, "call " + note.text(attribute) + "()", Context.sql());
      }
    }
  }

  private void property(Note note, Place place) {
    for (String text : note.texts("value")) {
      if (text.contains("${")) {
        credential(text.substring(text.indexOf("${") + 2).replaceAll("[:}].*", ""), place, false);
      } else if (text.contains("@")) {
        credential(text, place, false);
      }
    }
  }

  private void units(Note note, Place place) {
    for (String attribute :
        List.of("value", "transactionManager", "unitName", "name", "dataSource")) {
      for (String text : note.texts(attribute)) {
        credential(text, place, !note.is("Sql"));
      }
    }
  }

  /**
   * Scanning another module's package for entities or repositories opens its tables to this one.
   */
  private void scan(Note note, Place place) {
    for (String attribute : List.of("value", "basePackages")) {
      for (String text : note.texts(attribute)) {
        String owner = modules.ofClass(text.replace('.', '/') + "/X");
        if (modules.isModule(owner)
            && modules.isModule(place.module())
            && !owner.equals(place.module())) {
          report(place, owner, text);
        }
      }
    }
    for (String attribute :
        List.of(
            "transactionManagerRef",
            "entityManagerFactoryRef",
            "jdbcOperationsRef",
            "dataSourceRef")) {
      credential(note.text(attribute), place, true);
    }
    for (Object value : note.values().values()) {
      if (value instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof Type scanned && modules.isModule(place.module())) {
            String owner = modules.ofClass(scanned.getInternalName());
            if (modules.isModule(owner) && !owner.equals(place.module())) {
              report(place, owner, scanned.getClassName());
            }
          }
        }
      }
    }
  }

  private void credential(String name, Place place, boolean isAccess) {
    String owner =
        name.isEmpty() || !modules.isModule(place.module())
            ? ""
            : credentials.ownerOf(name, place.module(), isAccess);
    if (!owner.isEmpty()) {
      report(place, owner, name);
    }
  }

  private void report(Place place, String owner, String name) {
    judge.direct(
        place,
        Rule.CONFIG,
        Severity.CERTAIN,
        owner,
        name,
        ">>" + name + "<<",
        "'" + name + "' names module '" + owner + "'");
  }

  /** Any other annotation may carry a query: the known ones for sure, one's own perhaps. */
  private void queries(Note note, Place place, CodeClass type) {
    boolean database = Apis.isDatabase(note.type(), code) || note.type().contains("/ibatis/");
    for (Map.Entry<String, Object> entry : note.values().entrySet()) {
      List<String> texts = note.texts(entry.getKey());
      for (String text : texts) {
        judge.text(
            place,
            resolveEntityName(text, type),
            database ? language(note, entry.getKey()) : Context.anyText());
      }
      if (texts.size() > 1) {
        judge.text(
            place,
            String.join(" ", texts),
            database ? language(note, entry.getKey()) : Context.anyText());
      }
    }
  }

  private static Context language(Note note, String attribute) {
    boolean jpql =
        note.type().startsWith("org/springframework/data/jpa/")
                && note.is("Query")
                && !note.flag("nativeQuery")
            || note.is("NamedQuery")
            || note.is("NamedEntityGraph");
    boolean sql =
        note.is("NativeQuery")
            || note.is("Query")
            || note.is("NamedNativeQuery")
            || note.simpleName().startsWith("SQL")
            || note.is("Subselect")
            || note.is("Loader")
            || note.is("HQLSelect")
            || Set.of("Select", "Insert", "Update", "Delete").contains(note.simpleName());
    boolean carries = Set.of("value", "query", "countQuery", "sql").contains(attribute);
    return !carries || !jpql && !sql
        ? Context.anyText()
        : jpql || note.is("HQLSelect") ? Context.jpql() : mapped(note);
  }

  private static Context mapped(Note note) {
    return note.is("Subselect") ? Context.mapping() : Context.sql();
  }

  /** The repository's own entity is meant: nobody else's. */
  private static String resolveEntityName(String text, CodeClass type) {
    return text.contains("#{#entityName}") && type.isInterface()
        ? text.replace("#{#entityName}", "dual")
        : text;
  }

  private static List<String> texts(Note note) {
    return note.values().keySet().stream()
        .flatMap(attribute -> note.texts(attribute).stream())
        .toList();
  }
}
