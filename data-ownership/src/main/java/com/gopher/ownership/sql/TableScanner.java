package com.gopher.ownership.sql;

import com.gopher.ownership.sql.TableUse.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds every name in table position, statement by statement, in text that a parser may well
 * refuse.
 */
final class TableScanner {

  private TableScanner() {}

  static List<TableUse> scan(String text) {
    return scan(text, false);
  }

  /** Scans the body of a routine, where some words mean something else. */
  static List<TableUse> scanBody(String text) {
    return scan(text, true);
  }

  private static List<TableUse> scan(String text, boolean inBody) {
    List<TableUse> uses = new ArrayList<>();
    List<Token> statement = new ArrayList<>();
    for (Token token : Tokenizer.tokens(text)) {
      if (token.is(";")) {
        uses.addAll(scanStatement(statement, inBody));
        statement = new ArrayList<>();
      } else {
        statement.add(token);
      }
    }
    uses.addAll(scanStatement(statement, inBody));
    return uses;
  }

  private static List<TableUse> scanStatement(List<Token> statement, boolean inBody) {
    if (statement.isEmpty()) {
      return List.of();
    }
    List<TableUse> uses = new StatementScanner(statement, inBody).scan();
    List<String> target =
        uses.stream()
            .filter(use -> use.kind() == Kind.CREATE || use.kind() == Kind.WRITE)
            .map(TableUse::parts)
            .findFirst()
            .orElse(List.of());
    return uses.stream().map(use -> use.parts().equals(target) ? use : use.about(target)).toList();
  }
}
