package com.gopher.ownership.judge;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @CrossModuleAccess(because = "...")}, of whatever package, on methods, fields,
 * classes and the classes around them.
 */
final class Acceptances {

  private final Codebase code;

  Acceptances(Codebase code) {
    this.code = code;
  }

  /** The reason given for this place, or empty. */
  String reason(CodeClass type, String member) {
    for (@Nullable CodeClass at = type; at != null; at = outer(at)) {
      for (Noted noted : at.notes()) {
        boolean covers = noted.member().isEmpty() || at == type && noted.member().equals(member);
        if (covers && noted.note().is("CrossModuleAccess")) {
          return because(noted.note());
        }
      }
    }
    return "";
  }

  private @Nullable CodeClass outer(CodeClass type) {
    int nested = type.name().lastIndexOf('$');
    return nested < 0 ? null : code.find(type.name().substring(0, nested));
  }

  private static String because(Note note) {
    return note.text("because").strip();
  }
}
