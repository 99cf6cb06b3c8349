package com.gopher.ownership.sql;

import java.util.List;

/** The statements that a statement runs: written as a string, put together, or in a variable. */
final class RunTexts {

  private final TokenCursor cursor;
  private final NamedTables found;
  private final Variables variables;

  RunTexts(TokenCursor cursor, NamedTables found, Variables variables) {
    this.cursor = cursor;
    this.found = found;
    this.variables = variables;
  }

  /** Reads the string here as SQL. */
  void literal(int i) {
    Token token = cursor.get(i);
    TableScanner.scan(token.text()).forEach(use -> found.put(use.shifted(token.start() + 1)));
  }

  /** Reads what {@code format} makes of the pattern here. */
  void formatted(int i) {
    cursor.formatted(i, variables).forEach(text -> scan(text, cursor.get(i)));
  }

  /** Whether the string here is the first piece of a text that is run; then it has been read. */
  boolean joined(int i) {
    boolean runs =
        cursor.before(i, "execute", "immediate", "exec")
            || cursor.before(i, "(") && cursor.is(i - 2, "exec", "execute");
    if (!runs || !cursor.is(i + 1, "|", "+")) {
      return false;
    }
    scan(variables.joined(cursor, i), cursor.get(i));
    return true;
  }

  /** Reads what the variable here holds, if it is run. */
  void variable(int i) {
    int before = cursor.is(i - 1, "@") ? i - 2 : i - 1;
    boolean runs =
        cursor.is(before, "execute", "immediate", "exec", "sp_executesql")
            || cursor.is(before, "(") && cursor.is(before - 1, "exec", "execute", "sp_executesql")
            || cursor.is(before, "for", "from")
                && (cursor.verb().equals("open") || cursor.verb().equals("prepare"));
    if (runs) {
      List<String> texts = variables.of(cursor.get(i).text());
      texts.forEach(text -> scan(text, cursor.get(i)));
    }
  }

  /** A name that the string itself has is shown in its place, any other one as the whole token. */
  private void scan(String text, Token token) {
    int number = 0;
    for (TableUse use : TableScanner.scan(text)) {
      String name = String.join(".", use.parts());
      int place = token.written().indexOf(name);
      int start = token.start() + 1 + Math.max(place, 0);
      int end = place < 0 ? token.end() : start + name.length();
      while (found.has(start + number)) {
        number++;
      }
      found.put(new TableUse(use.parts(), use.kind(), start + number, end, use.target()));
    }
  }
}
