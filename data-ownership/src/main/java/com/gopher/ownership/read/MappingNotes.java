package com.gopher.ownership.read;

import com.gopher.ownership.code.Note;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.TableName;
import java.util.List;
import java.util.Set;

/** Reads the annotations that map: tables, sequences, conditions and column definitions. */
final class MappingNotes {

  private static final Set<String> TABLES =
      Set.of(
          "Table",
          "TableName",
          "SecondaryTable",
          "JoinTable",
          "CollectionTable",
          "TableGenerator",
          "View");
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
  private static final Set<String> SEQUENCES =
      Set.of("SequenceGenerator", "GenericGenerator", "Parameter", "Sequence");

  private final Mentions mentions;

  MappingNotes(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Whether the annotation is one of these; then it has been read. */
  boolean read(Note note, Place place) {
    String name = note.simpleName();
    if (TABLES.contains(name)) {
      table(note, place);
    } else if (SEQUENCES.contains(name)) {
      sequence(note, place);
    } else if (CONDITIONS.contains(name)) {
      texts(note)
          .forEach(
              text -> mentions.text(place, "select 1 from dual where " + text, Context.mapping()));
    } else if (name.equals("Synchronize")) {
      note.texts("value")
          .forEach(
              table ->
                  mentions.table(
                      place,
                      Rule.MAPPING,
                      TableName.parse(table),
                      "@Synchronize(>>" + table + "<<)"));
    } else if (name.equals("ForeignKey") && !note.text("foreignKeyDefinition").isEmpty()) {
      String definition = note.text("foreignKeyDefinition");
      mentions.text(place, "create table mapped_ (c int, " + definition + ")", Context.mapping());
    } else if (COLUMNS.contains(name)) {
      column(note, place);
    } else {
      return false;
    }
    return true;
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
      mentions.table(place, Rule.MAPPING, Entities.qualified(note.text("schema"), written), shown);
    } else if (!note.text("schema").isEmpty()) {
      mentions.schema(place, Rule.MAPPING, note.text("schema"), shown);
    }
    if (!note.text("query").isEmpty()) {
      mentions.text(place, note.text("query"), Context.mapping());
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
        mentions.schema(place, Rule.MAPPING, written, "schema >>" + written + "<<");
      } else {
        mentions.table(place, Rule.MAPPING, table, "@" + note.simpleName() + "(>>" + table + "<<)");
      }
    }
  }

  private void column(Note note, Place place) {
    if (!note.text("table").isEmpty()) {
      mentions.table(
          place,
          Rule.MAPPING,
          TableName.parse(note.text("table")),
          "@" + note.simpleName() + "(table = >>" + note.text("table") + "<<)");
    }
    if (!note.text("columnDefinition").isEmpty()) {
      mentions.text(
          place,
          "create table mapped_ (c " + note.text("columnDefinition") + ")",
          new Context(Rule.MAPPING, Context.Language.SQL, true));
    }
  }

  private static List<String> texts(Note note) {
    return note.values().keySet().stream()
        .flatMap(attribute -> note.texts(attribute).stream())
        .toList();
  }
}
