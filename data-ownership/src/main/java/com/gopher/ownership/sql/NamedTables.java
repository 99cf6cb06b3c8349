package com.gopher.ownership.sql;

import com.gopher.ownership.sql.TableUse.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names that one statement has in table position. What turns out to be an alias or a common
 * table expression of the statement is taken out at the end.
 */
final class NamedTables {

  private final TokenCursor cursor;
  private final Map<Integer, TableUse> uses = new LinkedHashMap<>();
  private final Set<String> local = new HashSet<>();
  private final Set<String> temporary = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private final Set<Integer> aliased = new HashSet<>();

  NamedTables(TokenCursor cursor) {
    this.cursor = cursor;
  }

  List<TableUse> kept() {
    List<TableUse> kept = new ArrayList<>();
    for (Map.Entry<Integer, TableUse> entry : uses.entrySet()) {
      TableUse use = entry.getValue();
      boolean single = use.parts().size() == 1;
      String name = use.parts().get(0).toLowerCase(Locale.ROOT);
      boolean alias = aliases.contains(name) && !aliased.contains(entry.getKey());
      boolean path = !single && aliases.contains(name) && use.parts().size() == 2;
      if (!(single && (local.contains(name) || alias && isAliasOfOther(name))) && !path) {
        kept.add(use);
      }
    }
    return kept;
  }

  boolean isEmpty() {
    return uses.isEmpty();
  }

  /** Whether a table of this name stands before, so that what follows it and a dot is a column. */
  boolean isLast(String name) {
    return uses.values().stream().anyMatch(use -> use.lastPart().equalsIgnoreCase(name));
  }

  boolean has(int start) {
    return uses.containsKey(start);
  }

  /** A name that only this statement knows. */
  void addLocal(String name) {
    local.add(name.toLowerCase(Locale.ROOT));
  }

  /** A table that lives as long as its session: also the statements after this one know it. */
  void addTemporary(String name) {
    addLocal(name);
    temporary.add(name.toLowerCase(Locale.ROOT));
  }

  Set<String> temporary() {
    return temporary;
  }

  /** A name, or a list of schemas, written as a string. */
  void putString(int i, Kind kind) {
    Token token = cursor.get(i);
    for (String name :
        kind == Kind.SCHEMA ? token.text().split(",") : new String[] {token.text()}) {
      String trimmed = name.strip().replace("\"", "");
      if (trimmed.matches("[\\w.$" + SqlText.HOLE + "]+")) {
        put(
            new TableUse(
                List.of(trimmed.split("\\.")),
                kind,
                token.start() + 1,
                token.end() - 1,
                List.of()));
      }
    }
  }

  /** The list of names that begins here. */
  void names(int at, Kind kind) {
    TokenCursor.Name name = cursor.name(at);
    while (name != null) {
      put(new TableUse(name.parts(), kind, name.start(), name.end(), List.of()));
      name = cursor.is(name.next(), ",") ? cursor.name(name.next() + 1) : null;
    }
  }

  /** The table, or the list of tables, that begins here, each with its alias. */
  void tables(int from, Kind kind, boolean list) {
    int at = from;
    while (true) {
      while (cursor.is(at, "only", "lateral", "ignore", "low_priority", "concurrently")
          || cursor.is(at, "table") && !cursor.is(at + 1, "(")) {
        at++;
      }
      at = cursor.is(at, "(") ? parenthesis(at, kind) : item(at, kind);
      if (at < 0 || !list || !cursor.is(at, ",")) {
        return;
      }
      at++;
    }
  }

  private int parenthesis(int at, Kind kind) {
    int close = cursor.closing(at);
    if (!cursor.is(at + 1, "select", "with", "values", "table") && kind != Kind.CREATE) {
      tables(at + 1, kind, false);
    }
    return alias(close + 1, -1);
  }

  private int item(int at, Kind kind) {
    TokenCursor.Name name = cursor.name(at);
    if (name == null) {
      return -1;
    }
    if (cursor.is(name.next(), "@")) {
      return -1;
    }
    boolean called =
        cursor.is(name.next(), "(") && kind == Kind.READ && !cursor.verb().equals("copy");
    if (called) {
      if (name.parts().size() > 1) {
        put(new TableUse(name.parts(), Kind.FUNCTION, name.start(), name.end(), List.of()));
      }
      return alias(cursor.closing(name.next()) + 1, -1);
    }
    put(new TableUse(name.parts(), kind, name.start(), name.end(), List.of()));
    return qualified(alias(qualified(name.next()), name.start()));
  }

  /** After the partitions of a table, a sample of it, or a hint, if such a thing is named here. */
  private int qualified(int from) {
    boolean partition = cursor.is(from, "partition", "subpartition", "with");
    if (partition && cursor.is(from + 1, "(")) {
      return cursor.closing(from + 1) + 1;
    }
    boolean more = cursor.is(from, "tablesample") || cursor.is(from + 1, "index");
    return more && cursor.is(from + 2, "(") ? cursor.closing(from + 2) + 1 : from;
  }

  private int alias(int from, int of) {
    int at = cursor.is(from, "as") ? from + 1 : from;
    if (at < cursor.size() && (cursor.get(at).kind() == Token.Kind.QUOTED || isPlainWord(at))) {
      aliases.add(cursor.get(at).text().toLowerCase(Locale.ROOT));
      if (of >= 0) {
        aliased.add(of);
      }
      at++;
      if (cursor.is(at, "(")) {
        at = cursor.closing(at) + 1;
      }
    }
    return at;
  }

  private boolean isPlainWord(int at) {
    Token token = cursor.get(at);
    return token.kind() == Token.Kind.WORD
        && !Words.NO_ALIAS.contains(token.text())
        && !cursor.is(at + 1, ".");
  }

  private boolean isAliasOfOther(String alias) {
    return uses.entrySet().stream()
        .anyMatch(
            entry ->
                aliased.contains(entry.getKey()) && !entry.getValue().lastPart().equals(alias));
  }

  void put(TableUse use) {
    uses.putIfAbsent(use.start(), use);
  }
}
