package com.gopher.ownership.sql;

import java.util.List;
import java.util.Locale;

/**
 * One place in a text where a table, or something else that a schema holds, is named.
 *
 * @param parts the name's parts as written, outermost first
 * @param start offset of the name in the text
 * @param end offset after it
 * @param target the table that the statement defines or alters, if this name is only mentioned by
 *     it; empty otherwise
 */
public record TableUse(List<String> parts, Kind kind, int start, int end, List<String> target) {

  /** What the statement does with the name. */
  public enum Kind {
    READ,
    WRITE,
    CREATE,
    RENAME,
    REFERENCE,
    SEQUENCE,
    FUNCTION,
    CREATE_FUNCTION,
    TYPE,
    SCHEMA,
    CREATE_SCHEMA,
    GRANT
  }

  /** Whether a part of the name is only known when the program runs. */
  public boolean hasHole() {
    return parts.stream().anyMatch(part -> part.indexOf(SqlText.HOLE) >= 0);
  }

  /** Whether it is no table but a routine or a type, of which less is known. */
  public boolean isRoutineOrType() {
    return kind == Kind.FUNCTION || kind == Kind.CREATE_FUNCTION || kind == Kind.TYPE;
  }

  public boolean defines() {
    return kind == Kind.CREATE
        || kind == Kind.RENAME
        || kind == Kind.CREATE_FUNCTION
        || kind == Kind.CREATE_SCHEMA;
  }

  public String lastPart() {
    return parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
  }

  TableUse about(List<String> newTarget) {
    return new TableUse(parts, kind, start, end, newTarget);
  }

  TableUse shifted(int offset) {
    return new TableUse(parts, kind, start + offset, end + offset, target);
  }
}
