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
    List<TableUse> uses = new ArrayList<>();
    List<Token> statement = new ArrayList<>();
    for (Token token : Tokenizer.tokens(text)) {
      if (token.is(";")) {
        uses.addAll(scanStatement(statement));
        statement = new ArrayList<>();
      } else {
        statement.add(token);
      }
    }
    uses.addAll(scanStatement(statement));
    return uses;
  }

  private static List<TableUse> scanStatement(List<Token> statement) {
    if (statement.isEmpty()) {
      return List.of();
    }
    List<TableUse> uses = new StatementScanner(statement).scan();
    List<String> target =
        uses.stream()
            .filter(use -> use.kind() == Kind.CREATE || use.kind() == Kind.WRITE)
            .map(TableUse::parts)
            .findFirst()
            .orElse(List.of());
    return uses.stream().map(use -> use.parts().equals(target) ? use : use.about(target)).toList();
  }
}
