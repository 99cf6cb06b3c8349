package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the annotations that may carry a query: the known ones for sure, others perhaps. */
final class QueryNotes {

  /** What people are told; in an annotation that is not known to carry a query. */
  private static final Set<String> FOR_PEOPLE =
      Set.of(
          "summary",
          "description",
          "message",
          "reason",
          "title",
          "label",
          "help",
          "comment",
          "notes",
          "example",
          "because");

  private final Codebase code;
  private final Mentions mentions;

  QueryNotes(Codebase code, Mentions mentions) {
    this.code = code;
    this.mentions = mentions;
  }

  void read(Note note, Place place, CodeClass type) {
    boolean database = Apis.isDatabase(note.type(), code) || note.type().contains("/ibatis/");
    for (Map.Entry<String, Object> entry : note.values().entrySet()) {
      List<String> texts =
          !database && FOR_PEOPLE.contains(entry.getKey()) ? List.of() : note.texts(entry.getKey());
      for (String text : texts) {
        mentions.text(
            place,
            resolveEntityName(text, type),
            database ? language(note, entry.getKey()) : Context.anyText());
      }
      if (texts.size() > 1) {
        mentions.text(
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

  void procedure(Note note, Place place) {
    for (String attribute : List.of("procedureName", "value")) {
      if (!note.text(attribute).isEmpty()) {
        mentions.text(place, "call " + note.text(attribute) + "()", Context.sql());
      }
    }
  }
}
