package com.gopher.ownership.sql;

import com.gopher.ownership.sql.TableUse.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Walks one statement from left to right. A name counts only after a word that asks for a table, so
 * that columns, aliases, labels and comments of the same name stay silent; common table expressions
 * and aliases of the statement are taken out at the end.
 */
final class StatementScanner {

  private final TokenCursor cursor;
  private final NamedTables found;
  private final Definitions definitions;
  private final RunTexts runTexts;
  private final boolean inBody;
  private final Deque<String> open = new ArrayDeque<>();

  StatementScanner(List<Token> tokens, boolean inBody, Variables variables) {
    this.cursor = new TokenCursor(tokens);
    this.found = new NamedTables(cursor);
    this.definitions = new Definitions(cursor, found);
    this.runTexts = new RunTexts(cursor, found, variables);
    variables.learn(cursor);
    this.inBody = inBody;
  }

  List<TableUse> scan() {
    for (int i = 0; i < cursor.size(); i++) {
      visit(i);
    }
    return found.kept();
  }

  /** The temporary tables that the statement makes; also cursors and variables, which are none. */
  Set<String> temporary() {
    return found.temporary();
  }

  private void visit(int i) {
    Token token = cursor.get(i);
    switch (token.kind()) {
      case SYMBOL -> symbol(i, token);
      case BODY -> body(token);
      case STRING -> string(i);
      case WORD -> {
        if (!cursor.isPartOfName(i)) {
          keyword(i, token.text());
          runTexts.variable(i);
        }
        typeOfAnother(i);
        qualifiedCall(i);
      }
      case QUOTED -> {
        typeOfAnother(i);
        qualifiedCall(i);
      }
      case NUMBER -> {
        // A number names nothing.
      }
    }
  }

  /** Between dollar quotes stands code where something is defined, and a plain string elsewhere. */
  private void body(Token token) {
    if (cursor.verb().equals("create")
        || cursor.verb().equals("do")
        || cursor.verb().equals("alter")) {
      TableScanner.scanBody(token.text()).forEach(use -> found.put(use.shifted(token.start())));
    }
  }

  private void symbol(int i, Token token) {
    if (token.is("(")) {
      open.push(
          i > 0 && cursor.get(i - 1).kind() == Token.Kind.WORD ? cursor.get(i - 1).text() : "");
    } else if (token.is(")") && !open.isEmpty()) {
      open.pop();
    }
  }

  private void keyword(int i, String word) {
    switch (word) {
      case "from" -> {
        boolean function = !open.isEmpty() && Words.FROM_INSIDE.contains(open.peek());
        if (!function
            && !cursor.before(i, "distinct")
            && !(cursor.verb().equals("copy") && open.isEmpty())
            && !cursor.before(i, "next", "prior", "forward", "backward", "fetch", "move")
            && !cursor.verb().equals("revoke")) {
          found.tables(
              i + 1, cursor.verb().equals("delete") && i < 3 ? Kind.WRITE : Kind.READ, true);
        }
      }
      case "join", "straight_join", "apply" -> found.tables(i + 1, Kind.READ, false);
      case "into" -> into(i);
      case "insert" -> {
        if (isInsertWithoutInto(i)) {
          found.tables(i + 1, Kind.WRITE, false);
        }
      }
      case "update" -> {
        if (!cursor.before(
            i, "for", "on", "do", "key", "then", "or", "before", "after", "of", "no", "grant",
            "revoke", "keep", ",")) {
          found.tables(i + 1, Kind.WRITE, true);
        }
      }
      case "delete" -> {
        boolean begins = i == 0 || cursor.before(i, "begin", "then", "else");
        if (begins && i + 1 < cursor.size() && cursor.get(i + 1).isName()) {
          found.tables(i + 1, Kind.WRITE, false);
        }
      }
      case "using" -> {
        boolean columns = cursor.is(i + 1, "(") && !cursor.is(i + 2, "select", "with", "values");
        if ((cursor.verb().equals("delete")
                || cursor.verb().equals("merge")
                || cursor.hasWordBefore("merge", ";"))
            && !columns) {
          found.tables(i + 1, Kind.READ, true);
        }
      }
      default -> laterKeyword(i, word);
    }
  }

  private void laterKeyword(int i, String word) {
    switch (word) {
      case "with" -> commonTables(i + 1);
      case "declare" -> {
        if (i + 1 < cursor.size() && cursor.get(i + 1).isName() && !cursor.is(i + 2, "temporary")) {
          found.addTemporary(cursor.get(i + 1).text());
        }
      }
      case "cursor" -> {
        if (i > 0 && cursor.get(i - 1).isName()) {
          found.addTemporary(cursor.get(i - 1).text());
        }
      }
      case "prepare" -> {
        if (i == 0 && cursor.size() > 1 && cursor.get(1).isName()) {
          found.addTemporary(cursor.get(1).text());
        }
      }
      case "truncate",
          "analyze",
          "vacuum",
          "describe",
          "desc",
          "lock",
          "copy",
          "use",
          "cluster",
          "flush",
          "handler" -> {
        if (i == 0) {
          firstName(i, word);
        }
      }
      default -> definitions.read(i, word, open.isEmpty());
    }
  }

  /**
   * After a query INTO makes a new table or fills a variable, which reaches for nobody's; one that
   * is made for the session is known to the statements that follow.
   */
  private void into(int i) {
    boolean temporary = cursor.is(i + 1, "temp", "temporary") || cursor.is(i + 1, "#");
    boolean writes =
        cursor.before(i, "insert", "merge", "replace", "ignore", "delayed", "overwrite");
    boolean fills =
        cursor.hasWordBefore("select", "into")
            || cursor.hasWordBefore("fetch", "into")
            || cursor.hasWordBefore("returning", "into");
    if (writes || !inBody && !fills && !temporary) {
      found.tables(i + 1, Kind.WRITE, false);
    } else if (temporary) {
      int at = cursor.is(i + 2, "table") ? i + 3 : i + 2;
      if (at < cursor.size()) {
        found.addTemporary(cursor.get(at).text());
      }
    }
  }

  /** {@code INSERT t (a) VALUES ...}, as Sybase, SQL Server and MySQL allow it. */
  private boolean isInsertWithoutInto(int i) {
    boolean event =
        cursor.before(i, "after", "before", "for", "or", ",", "of", "grant", "revoke", "on", "to");
    TokenCursor.Name name = event ? null : cursor.name(i + 1);
    return name != null
        && !cursor.is(i + 1, "into", "or", "overwrite", "all", "first", "ignore", "when", "delayed")
        && (cursor.is(name.next(), "(", "values", "select", "exec", "default")
            || cursor.before(i, "bulk"));
  }

  private void firstName(int i, String word) {
    int at = cursor.is(i + 1, "(") ? cursor.closing(i + 1) + 1 : i + 1;
    if (word.equals("copy") && at > i + 1) {
      return;
    }
    while (cursor.is(at, "table", "tables", "verbose", "analyze", "only", "full", "freeze")) {
      at++;
    }
    if (word.equals("use")) {
      found.names(at, Kind.SCHEMA);
    } else {
      boolean reads = word.startsWith("desc") || word.equals("copy") && !cursor.has("from");
      found.tables(at, reads ? Kind.READ : Kind.WRITE, true);
    }
  }

  private void string(int i) {
    String caller =
        i > 0 && cursor.get(i - 1).kind() == Token.Kind.WORD
            ? cursor.get(i - 1).text()
            : openCall();
    boolean body =
        cursor.verb().equals("create")
            && cursor.before(i, "as")
            && (cursor.hasWordBefore("function", "as") || cursor.hasWordBefore("procedure", "as"));
    boolean prepared =
        cursor.verb().equals("prepare") && cursor.before(i, "from")
            || cursor.verb().equals("open") && cursor.before(i, "for");
    if (caller.equals("format") && cursor.before(i, "(")) {
      runTexts.formatted(i);
    } else if (runTexts.joined(i)) {
      // Its pieces have been read together.
    } else if (Words.TAKES_SQL.contains(caller)
        || body
        || prepared
        || cursor.before(i, "+", "|") && cursor.hasWordBefore("execute", ";")) {
      runTexts.literal(i);
    } else if (Words.TAKES_NAME.contains(caller) && cursor.before(i, "(")
        || cursor.is(i + 1, ":") && cursor.is(i + 3, "regclass")) {
      found.putString(i, Kind.SEQUENCE);
    } else if (caller.equals("set_config")
        && i > 1
        && "search_path".equals(cursor.get(i - 2).text())) {
      found.putString(i, Kind.SCHEMA);
    } else if (cursor.before(i, "table_name", "schema_name")) {
      found.putString(i, cursor.before(i, "schema_name") ? Kind.SCHEMA : Kind.REFERENCE);
    }
  }

  private String openCall() {
    return open.isEmpty() ? "" : open.peek();
  }

  /** {@code table.column%TYPE} and {@code table%ROWTYPE} follow what another table is made of. */
  private void typeOfAnother(int i) {
    TokenCursor.Name name = cursor.isPartOfName(i) ? null : cursor.name(i);
    if (name == null || !cursor.is(name.next(), "%")) {
      return;
    }
    boolean column = cursor.is(name.next() + 1, "type");
    List<String> parts = name.parts().subList(0, name.parts().size() - (column ? 1 : 0));
    if (!parts.isEmpty() && (column || cursor.is(name.next() + 1, "rowtype"))) {
      found.put(new TableUse(List.copyOf(parts), Kind.TYPE, name.start(), name.end(), List.of()));
    }
  }

  /** {@code schema.function(...)} and {@code schema.sequence.nextval} may stand anywhere. */
  private void qualifiedCall(int i) {
    if (cursor.isPartOfName(i) || !cursor.get(i).isName() || !cursor.is(i + 1, ".")) {
      return;
    }
    TokenCursor.Name name = cursor.name(i);
    if (name == null || name.parts().size() < 2) {
      return;
    }
    String last = name.parts().get(name.parts().size() - 1).toLowerCase(Locale.ROOT);
    if (last.equals("nextval") || last.equals("currval")) {
      List<String> sequence = List.copyOf(name.parts().subList(0, name.parts().size() - 1));
      found.put(new TableUse(sequence, Kind.SEQUENCE, name.start(), name.end(), List.of()));
    } else if (found.has(name.start())) {
      return;
    } else if (cursor.is(name.next(), "(")) {
      found.put(new TableUse(name.parts(), Kind.FUNCTION, name.start(), name.end(), List.of()));
    } else if (isType(i)) {
      found.put(new TableUse(name.parts(), Kind.TYPE, name.start(), name.end(), List.of()));
    }
  }

  /** Whether a type is named here: of a column, a parameter, a result or a cast. */
  private boolean isType(int i) {
    boolean cast = cursor.before(i, ":") || cursor.before(i, "as") && openCall().equals("cast");
    boolean defines = cursor.verb().equals("create") || cursor.verb().equals("alter");
    boolean asked = cursor.before(i, "type", "setof", "returns", "collate");
    boolean ofColumn =
        i > 1
            && cursor.get(i - 1).isName()
            && cursor.is(
                i - 2, "(", ",", "add", "column", "domain", "exists", "in", "out", "inout");
    boolean ofDomain = cursor.before(i, "as") && cursor.is(1, "domain");
    return cast
        || defines && (asked || ofColumn || ofDomain) && !selects()
        || (defines || cursor.verb().equals("comment")) && !selects() && !isOfStatement(i);
  }

  /** A name of two parts in the code of a routine or a trigger may be a row and its column. */
  private boolean isOfStatement(int i) {
    return inBody
        || cursor.is(1, "trigger", "rule", "policy")
        || cursor.is(3, "trigger", "rule")
        || cursor.has("begin")
        || found.isLast(cursor.get(i).text())
        || cursor.before(i, "column", "owned", "by");
  }

  private boolean selects() {
    return cursor.hasWordBefore("select", ";");
  }

  private void commonTables(int from) {
    int at = cursor.is(from, "recursive") ? from + 1 : from;
    while (at < cursor.size() && cursor.get(at).isName()) {
      String name = cursor.get(at).text().toLowerCase(Locale.ROOT);
      int next = cursor.is(at + 1, "(") ? cursor.closing(at + 1) + 1 : at + 1;
      if (!cursor.is(next, "as")) {
        return;
      }
      next++;
      while (cursor.is(next, "not", "materialized")) {
        next++;
      }
      if (!cursor.is(next, "(")) {
        return;
      }
      found.addLocal(name);
      at = cursor.closing(next) + 1;
      if (!cursor.is(at, ",")) {
        return;
      }
      at++;
    }
  }
}
