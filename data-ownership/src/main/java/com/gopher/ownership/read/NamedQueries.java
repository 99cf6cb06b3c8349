package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries that entities give a name to: who runs one by its name runs the query. */
final class NamedQueries {

  private final Map<String, Note> byName = new HashMap<>();

  NamedQueries(Codebase code) {
    for (CodeClass type : code.classes()) {
      for (Noted noted : type.notes()) {
        List<Note> notes = new ArrayList<>(noted.note().nested());
        notes.add(noted.note());
        notes.stream()
            .filter(note -> note.is("NamedQuery") || note.is("NamedNativeQuery"))
            .forEach(note -> byName.putIfAbsent(note.text("name"), note));
      }
    }
  }

  /** Somebody runs the query of this name, if it is one. */
  void runBy(Place place, String callee, String name, Mentions mentions) {
    Note query = callee.matches("(create|get)Named\\w*Query") ? byName.get(name) : null;
    if (query != null) {
      Context context = query.is("NamedQuery") ? Context.jpql() : Context.sql();
      mentions.text(place, query.text("query"), context);
    }
  }
}
