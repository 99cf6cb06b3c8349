package com.gopher.ownership.sql;

import com.gopher.ownership.sql.TableUse.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    Session session = new Session(new HashSet<>(), new Variables());
    for (Token token : Tokenizer.tokens(text)) {
      if (token.is(";")) {
        scanStatement(statement, inBody, session, uses);
        statement = new ArrayList<>();
      } else {
        statement.add(token);
      }
    }
    scanStatement(statement, inBody, session, uses);
    return uses;
  }

  /** The temporary tables that the text makes. */
  static Set<String> temporaryTables(String text) {
    Session session = new Session(new HashSet<>(), new Variables());
    if (text.toLowerCase(Locale.ROOT).contains("temp")) {
      List<Token> statement = new ArrayList<>();
      for (Token token : Tokenizer.tokens(text + ";")) {
        if (token.is(";")) {
          scanStatement(statement, false, session, new ArrayList<>());
          statement = new ArrayList<>();
        } else {
          statement.add(token);
        }
      }
    }
    return session.temporary();
  }

  /** What the statements of a text leave behind for those after them. */
  private record Session(Set<String> temporary, Variables variables) {}

  private static void scanStatement(
      List<Token> statement, boolean inBody, Session session, List<TableUse> into) {
    if (statement.isEmpty()) {
      return;
    }
    StatementScanner scanner = new StatementScanner(statement, inBody, session.variables());
    Set<String> temporary = session.temporary();
    List<TableUse> uses =
        scanner.scan().stream()
            .filter(use -> use.parts().size() > 1 || !temporary.contains(use.lastPart()))
            .toList();
    temporary.addAll(scanner.temporary());
    List<String> target =
        uses.stream()
            .filter(use -> use.kind() == Kind.CREATE || use.kind() == Kind.WRITE)
            .map(TableUse::parts)
            .findFirst()
            .orElse(List.of());
    uses.forEach(use -> into.add(use.parts().equals(target) ? use : use.about(target)));
  }
}
