package com.gopher.ownership.sql;

import com.gopher.ownership.sql.TableUse.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the words of statements that define, alter, grant or administer. */
final class Definitions {

  private final TokenCursor cursor;
  private final NamedTables found;
  private final boolean definesTable;

  Definitions(TokenCursor cursor, NamedTables found) {
    this.cursor = cursor;
    this.found = found;
    this.definesTable = cursor.verb().equals("create") && cursor.hasWordBefore("table", "(");
  }

  /**
   * Reads what the word at this place asks for, if anything.
   *
   * @param outside whether the word stands outside all parentheses
   */
  void read(int i, String word, boolean outside) {
    switch (word) {
      case "table" -> table(i);
      case "view" ->
          found.tables(
              cursor.skipIfExists(i + 1),
              cursor.verb().equals("create") ? Kind.CREATE : Kind.WRITE,
              cursor.verb().equals("drop"));
      case "references" -> found.tables(i + 1, Kind.REFERENCE, false);
      case "inherits" -> found.names(i + 2, Kind.REFERENCE);
      case "inherit" -> {
        if (cursor.verb().equals("alter") && cursor.is(1, "table", "foreign")) {
          found.tables(i + 1, Kind.REFERENCE, false);
        }
      }
      case "like" -> {
        if (definesTable
            && (cursor.before(i, "(", ",") || outside && !cursor.hasWordBefore("select", "like"))) {
          found.tables(i + 1, Kind.REFERENCE, false);
        }
      }
      case "of" -> {
        if (cursor.before(i, "partition")) {
          found.tables(i + 1, Kind.REFERENCE, false);
        }
      }
      case "partition" -> {
        if (cursor.before(i, "attach", "detach")) {
          found.tables(i + 1, Kind.REFERENCE, false);
        }
      }
      case "sequence" ->
          found.tables(
              cursor.skipIfExists(i + 1),
              cursor.verb().equals("create") ? Kind.CREATE : Kind.SEQUENCE,
              false);
      default -> readRest(i, word);
    }
  }

  private void readRest(int i, String word) {
    switch (word) {
      case "owned", "column" -> ownedColumn(i, word);
      case "on" -> on(i);
      case "schema", "schemas" -> schema(i);
      case "search_path", "current_schema" -> {
        if (cursor.verb().equals("set")
            || cursor.verb().equals("alter")
            || cursor.is(i + 1, "=", "to")) {
          searchPath(i + 1);
        }
      }
      case "for" -> {
        boolean sequence = cursor.before(i, "value", "nextval", "prevval");
        if (sequence || cursor.verb().equals("create") && cursor.hasWordBefore("synonym", "for")) {
          found.tables(i + 1, sequence ? Kind.SEQUENCE : Kind.REFERENCE, false);
        }
      }
      case "linked" -> linkedTable(i);
      case "function", "procedure" -> routine(i);
      case "setof", "returns" -> {
        if (cursor.verb().equals("create") && !cursor.is(i + 1, "table", "setof", "null")) {
          found.names(i + 1, Kind.TYPE);
        }
      }
      case "type", "domain" -> {
        if (i == 1) {
          routine(i);
        }
      }
      case "rename" -> renamed(i);
      case "to" -> {
        if (cursor.verb().equals("rename")) {
          found.names(i + 1, Kind.RENAME);
        }
        if (cursor.verb().equals("create")
            && cursor.hasWordBefore("rule", "to")
            && cursor.before(i, "insert", "update", "delete", "select")) {
          found.tables(i + 1, Kind.WRITE, false);
        }
      }
      case "call", "exec", "execute" -> {
        if (cursor.is(i + 1, "sp_rename")) {
          renamedByProcedure();
        } else if (!cursor.is(i + 1, "function", "procedure", "immediate", "on", "format")) {
          found.names(i + 1, Kind.FUNCTION);
        }
      }
      default -> {
        // Any other word asks for no table.
      }
    }
  }

  private void table(int i) {
    boolean temporary =
        cursor.hasWordBefore("temporary", "table") || cursor.hasWordBefore("temp", "table");
    int at = cursor.skipIfExists(i + 1);
    if (cursor.before(i, "for") && cursor.hasWordBefore("publication", "for")) {
      found.tables(at, Kind.READ, true);
      return;
    }
    boolean creates = cursor.verb().equals("create") && definesTable && found.isEmpty();
    if (creates && temporary && at < cursor.size()) {
      found.addTemporary(cursor.get(at).text());
      return;
    }
    if (cursor.is(at, "(") || cursor.before(i, "linked")) {
      return;
    }
    found.tables(
        at,
        creates ? Kind.CREATE : cursor.verb().equals("grant") ? Kind.GRANT : Kind.WRITE,
        !creates);
  }

  /** {@code ALTER TABLE old RENAME TO new}; columns, keys and indexes are renamed, too. */
  private void renamed(int i) {
    if (i == 0 && !cursor.is(1, "table")) {
      found.tables(1, Kind.WRITE, false);
    } else if (cursor.verb().equals("alter")
        && cursor.hasWordBefore("table", "rename")
        && !changesColumn(i)
        && cursor.is(i + 1, "to", "as")) {
      found.names(i + 2, Kind.RENAME);
    }
  }

  /** {@code ALTER TABLE t ALTER COLUMN old RENAME TO new}, as H2 writes it. */
  private boolean changesColumn(int before) {
    for (int i = 1; i < before; i++) {
      if (cursor.is(i, "alter", "column")) {
        return true;
      }
    }
    return false;
  }

  /** {@code EXEC sp_rename 'schema.old', 'new'}; a third argument tells that it is no table. */
  private void renamedByProcedure() {
    List<Token> strings = cursor.strings();
    if (strings.size() == 3 && !strings.get(2).text().equalsIgnoreCase("object")) {
      Token part = strings.get(0);
      List<String> parts = List.of(part.text().split("\\."));
      found.put(
          new TableUse(
              parts.subList(0, Math.max(1, parts.size() - 1)),
              Kind.WRITE,
              part.start() + 1,
              part.end() - 1,
              List.of()));
    } else if (strings.size() > 1) {
      Token old = strings.get(0);
      Token fresh = strings.get(1);
      List<String> parts = List.of(old.text().split("\\."));
      found.put(new TableUse(parts, Kind.WRITE, old.start() + 1, old.end() - 1, List.of()));
      found.put(
          new TableUse(
              List.of(fresh.text()), Kind.RENAME, fresh.start() + 1, fresh.end() - 1, List.of()));
    }
  }

  private void on(int i) {
    boolean grants = cursor.verb().equals("grant") || cursor.verb().equals("revoke");
    if (grants) {
      int at = i + 1;
      if (cursor.is(
          at,
          "schema",
          "all",
          "sequence",
          "table",
          "function",
          "procedure",
          "database",
          "tables",
          "sequences")) {
        return;
      }
      found.tables(at, Kind.GRANT, true);
    } else if (cursor.verb().equals("comment") && i > 2) {
      if (!cursor.is(i + 1, "domain")) {
        found.tables(i + 1, Kind.WRITE, false);
      }
    } else if (cursor.verb().equals("create") || cursor.verb().equals("drop")) {
      boolean event =
          cursor.hasWordBefore("rule", "on")
              || cursor.before(i, "unique")
              || cursor.is(i + 1, "delete", "update", "conflict");
      boolean indexed =
          cursor.hasWordBefore("index", "on")
              || cursor.hasWordBefore("trigger", "on")
              || cursor.hasWordBefore("policy", "on");
      if (indexed && !event && found.isEmpty()) {
        found.tables(i + 1, Kind.WRITE, false);
      }
    }
  }

  private void schema(int i) {
    if (cursor.before(i, "default") || cursor.is(i + 1, ".")) {
      return;
    }
    int at = cursor.skipIfExists(i + 1);
    if (cursor.is(at, "to", "=")) {
      at++;
    }
    boolean creates = cursor.before(i, "create");
    if (at < cursor.size() && cursor.get(at).kind() == Token.Kind.STRING) {
      found.putString(at, Kind.SCHEMA);
    } else if (!cursor.is(at, "authorization")) {
      found.names(at, creates ? Kind.CREATE_SCHEMA : Kind.SCHEMA);
    }
  }

  private void searchPath(int from) {
    int at = from;
    while (at < cursor.size()
        && (cursor.is(at, "to", "=", ",") || cursor.get(at).kind() != Token.Kind.SYMBOL)) {
      Token token = cursor.get(at);
      if (token.kind() == Token.Kind.STRING) {
        found.putString(at, Kind.SCHEMA);
      } else if (token.isName() && !token.is("local")) {
        found.put(
            new TableUse(
                List.of(token.text()), Kind.SCHEMA, token.start(), token.end(), List.of()));
      }
      at++;
    }
  }

  private void ownedColumn(int i, String word) {
    int at = word.equals("owned") ? i + 2 : i + 1;
    if (word.equals("column") && !(cursor.verb().equals("comment") && cursor.before(i, "on"))) {
      return;
    }
    TokenCursor.Name name = cursor.name(at);
    if (name != null && name.parts().size() > 1) {
      List<String> table = name.parts().subList(0, name.parts().size() - 1);
      found.put(
          new TableUse(List.copyOf(table), Kind.REFERENCE, name.start(), name.end(), List.of()));
    }
  }

  private void routine(int i) {
    if (cursor.before(i, "execute")) {
      found.names(i + 1, Kind.FUNCTION);
    } else if (cursor.verb().equals("create") && found.isEmpty()) {
      found.names(i + 1, Kind.CREATE_FUNCTION);
    } else if (cursor.verb().equals("drop")
        || cursor.verb().equals("alter")
        || cursor.verb().equals("grant")) {
      found.names(cursor.skipIfExists(i + 1), Kind.FUNCTION);
    }
  }

  /**
   * {@code CREATE LINKED TABLE cursor.name('driver', 'url', 'user', 'password', ['schema',]
   * 'table')}.
   */
  private void linkedTable(int i) {
    found.tables(cursor.skipIfExists(i + 2), Kind.CREATE, false);
    List<Token> strings = cursor.strings();
    if (strings.size() >= 5) {
      Token last = strings.get(strings.size() - 1);
      List<String> parts = new ArrayList<>();
      if (strings.size() >= 6) {
        parts.add(strings.get(4).text());
      }
      parts.addAll(List.of(last.text().split("\\.")));
      found.put(
          new TableUse(
              List.copyOf(parts), Kind.REFERENCE, last.start() + 1, last.end() - 1, List.of()));
    }
  }
}
