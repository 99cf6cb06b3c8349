package com.gopher.ownership.sql;

import com.gopher.ownership.sql.TableUse.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Walks one statement from left to right. A name counts only after a word that asks for a table, so
 * that columns, aliases, labels and comments of the same name stay silent; common table expressions
 * and aliases of the statement are taken out at the end.
 */
final class StatementScanner {

  private final List<Token> tokens;
  private final String verb;
  private final boolean definesTable;
  private final boolean inBody;
  private final Map<Integer, TableUse> uses = new LinkedHashMap<>();
  private final Set<String> local = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private final Set<Integer> aliased = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  StatementScanner(List<Token> tokens, boolean inBody) {
    this.tokens = tokens;
    this.inBody = inBody;
    this.verb = firstWord();
    this.definesTable = verb.equals("create") && hasWordBefore("table", "(");
  }

  List<TableUse> scan() {
    for (int i = 0; i < tokens.size(); i++) {
      visit(i);
    }
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

  private void visit(int i) {
    Token token = tokens.get(i);
    switch (token.kind()) {
      case SYMBOL -> symbol(i, token);
      case BODY -> body(token);
      case STRING -> string(i, token);
      case WORD -> {
        if (!isPartOfName(i)) {
          keyword(i, token.text());
        }
        qualifiedCall(i);
      }
      case QUOTED -> qualifiedCall(i);
      case NUMBER -> {
        // A number names nothing.
      }
    }
  }

  /** Between dollar quotes stands code where something is defined, and a plain string elsewhere. */
  private void body(Token token) {
    if (verb.equals("create") || verb.equals("do") || verb.equals("alter")) {
      TableScanner.scanBody(token.text()).forEach(use -> put(use.shifted(token.start())));
    }
  }

  private void symbol(int i, Token token) {
    if (token.is("(")) {
      open.push(
          i > 0 && tokens.get(i - 1).kind() == Token.Kind.WORD ? tokens.get(i - 1).text() : "");
    } else if (token.is(")") && !open.isEmpty()) {
      open.pop();
    }
  }

  private void keyword(int i, String word) {
    switch (word) {
      case "from" -> {
        boolean function = !open.isEmpty() && Words.FROM_INSIDE.contains(open.peek());
        if (!function && !before(i, "distinct") && !verb.equals("copy") && !revokes(i)) {
          tables(i + 1, verb.equals("delete") && i < 3 ? Kind.WRITE : Kind.READ, true);
        }
      }
      case "join", "straight_join", "apply" -> tables(i + 1, Kind.READ, false);
      case "into" -> {
        // In a routine's body SELECT ... INTO fills a variable.
        if (!inBody || before(i, "insert", "merge", "replace", "ignore")) {
          tables(i + 1, Kind.WRITE, false);
        }
      }
      case "update" -> {
        if (!before(
            i, "for", "on", "do", "key", "then", "or", "before", "after", "of", "no", "grant",
            "revoke", ",")) {
          tables(i + 1, Kind.WRITE, true);
        }
      }
      case "delete" -> {
        if (i == 0 && i + 1 < tokens.size() && tokens.get(1).isName()) {
          tables(1, Kind.WRITE, false);
        }
      }
      case "using" -> {
        boolean columns = is(i + 1, "(") && !is(i + 2, "select", "with", "values");
        if ((verb.equals("delete") || verb.equals("merge") || hasWordBefore("merge", ";"))
            && !columns) {
          tables(i + 1, Kind.READ, true);
        }
      }
      case "with" -> commonTables(i + 1);
      case "truncate", "analyze", "vacuum", "describe", "lock", "copy", "use" -> {
        if (i == 0) {
          firstName(i, word);
        }
      }
      default -> definition(i, word);
    }
  }

  private void definition(int i, String word) {
    switch (word) {
      case "table" -> table(i);
      case "view" ->
          tables(
              skipIfExists(i + 1),
              verb.equals("create") ? Kind.CREATE : Kind.WRITE,
              verb.equals("drop"));
      case "references" -> tables(i + 1, Kind.REFERENCE, false);
      case "inherits" -> names(i + 2, Kind.REFERENCE);
      case "like" -> {
        if (definesTable
            && (before(i, "(", ",") || open.isEmpty() && !hasWordBefore("select", "like"))) {
          tables(i + 1, Kind.REFERENCE, false);
        }
      }
      case "of" -> {
        if (before(i, "partition")) {
          tables(i + 1, Kind.REFERENCE, false);
        }
      }
      case "partition" -> {
        if (before(i, "attach", "detach")) {
          tables(i + 1, Kind.REFERENCE, false);
        }
      }
      case "sequence" ->
          tables(skipIfExists(i + 1), verb.equals("create") ? Kind.CREATE : Kind.SEQUENCE, false);
      case "owned", "column" -> ownedColumn(i, word);
      case "on" -> on(i);
      case "schema", "schemas" -> schema(i);
      case "search_path", "current_schema" -> searchPath(i + 1);
      case "for" -> {
        boolean sequence = before(i, "value", "nextval", "prevval");
        if (sequence || verb.equals("create") && hasWordBefore("synonym", "for")) {
          tables(i + 1, sequence ? Kind.SEQUENCE : Kind.REFERENCE, false);
        }
      }
      case "linked" -> linkedTable(i);
      case "function", "procedure" -> routine(i);
      case "to" -> {
        if (verb.equals("create")
            && hasWordBefore("rule", "to")
            && before(i, "insert", "update", "delete", "select")) {
          tables(i + 1, Kind.WRITE, false);
        }
      }
      case "call", "exec", "execute" -> {
        if (!is(i + 1, "function", "procedure", "immediate", "on", "format")) {
          names(i + 1, Kind.FUNCTION);
        }
      }
      default -> {
        // Any other word asks for no table.
      }
    }
  }

  private void firstName(int i, String word) {
    int at = i + 1;
    while (is(at, "table", "verbose", "analyze", "only", "full")) {
      at++;
    }
    if (word.equals("use")) {
      names(at, Kind.SCHEMA);
    } else {
      tables(at, word.equals("copy") || word.equals("describe") ? Kind.READ : Kind.WRITE, true);
    }
  }

  private void table(int i) {
    boolean temporary = hasWordBefore("temporary", "table") || hasWordBefore("temp", "table");
    int at = skipIfExists(i + 1);
    boolean creates = verb.equals("create") && definesTable && uses.isEmpty();
    if (creates && temporary && at < tokens.size()) {
      local.add(tokens.get(at).text().toLowerCase(Locale.ROOT));
      return;
    }
    if (is(at, "(") || before(i, "linked")) {
      return;
    }
    tables(at, creates ? Kind.CREATE : verb.equals("grant") ? Kind.GRANT : Kind.WRITE, !creates);
  }

  private void on(int i) {
    boolean grants = verb.equals("grant") || verb.equals("revoke");
    if (grants) {
      int at = i + 1;
      if (is(
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
      tables(at, Kind.GRANT, true);
    } else if (verb.equals("create") || verb.equals("drop")) {
      boolean event =
          hasWordBefore("rule", "on")
              || before(i, "unique")
              || is(i + 1, "delete", "update", "conflict");
      boolean indexed =
          hasWordBefore("index", "on")
              || hasWordBefore("trigger", "on")
              || hasWordBefore("policy", "on");
      if (indexed && !event && uses.isEmpty()) {
        tables(i + 1, Kind.WRITE, false);
      }
    }
  }

  private void schema(int i) {
    if (before(i, "default") || is(i + 1, ".")) {
      return;
    }
    int at = skipIfExists(i + 1);
    if (is(at, "to", "=")) {
      at++;
    }
    boolean creates = before(i, "create");
    if (at < tokens.size() && tokens.get(at).kind() == Token.Kind.STRING) {
      putString(at, Kind.SCHEMA);
    } else if (!is(at, "authorization")) {
      names(
          at,
          creates
              ? Kind.CREATE_SCHEMA
              : verb.equals("grant") || verb.equals("revoke") ? Kind.GRANT : Kind.SCHEMA);
      if (verb.equals("grant") || verb.equals("revoke")) {
        lastAsSchema();
      }
    }
  }

  /** A grant on a schema is about the schema: the name is marked as one by an empty table part. */
  private void lastAsSchema() {
    Integer last = uses.keySet().stream().reduce((first, second) -> second).orElse(null);
    if (last != null) {
      TableUse use = uses.get(last);
      uses.put(last, new TableUse(use.parts(), Kind.SCHEMA, use.start(), use.end(), use.target()));
    }
  }

  private void searchPath(int from) {
    int at = from;
    while (at < tokens.size()
        && (is(at, "to", "=", ",") || tokens.get(at).kind() != Token.Kind.SYMBOL)) {
      Token token = tokens.get(at);
      if (token.kind() == Token.Kind.STRING) {
        putString(at, Kind.SCHEMA);
      } else if (token.isName() && !token.is("local")) {
        put(
            new TableUse(
                List.of(token.text()), Kind.SCHEMA, token.start(), token.end(), List.of()));
      }
      at++;
    }
  }

  private void ownedColumn(int i, String word) {
    int at = word.equals("owned") ? i + 2 : i + 1;
    if (word.equals("column") && !(verb.equals("comment") && before(i, "on"))) {
      return;
    }
    Name name = name(at);
    if (name != null && name.parts().size() > 1) {
      List<String> table = name.parts().subList(0, name.parts().size() - 1);
      put(new TableUse(List.copyOf(table), Kind.REFERENCE, name.start(), name.end(), List.of()));
    }
  }

  private void routine(int i) {
    if (before(i, "execute")) {
      names(i + 1, Kind.FUNCTION);
    } else if (verb.equals("create") && uses.isEmpty()) {
      names(i + 1, Kind.CREATE_FUNCTION);
    } else if (verb.equals("drop") || verb.equals("alter") || verb.equals("grant")) {
      names(skipIfExists(i + 1), Kind.FUNCTION);
    }
  }

  /** {@code CREATE LINKED TABLE name('driver', 'url', 'user', 'password', ['schema',] 'table')}. */
  private void linkedTable(int i) {
    tables(skipIfExists(i + 2), Kind.CREATE, false);
    List<Token> strings =
        tokens.stream().filter(token -> token.kind() == Token.Kind.STRING).toList();
    if (strings.size() >= 5) {
      Token last = strings.get(strings.size() - 1);
      List<String> parts = new ArrayList<>();
      if (strings.size() >= 6) {
        parts.add(strings.get(4).text());
      }
      parts.addAll(List.of(last.text().split("\\.")));
      put(
          new TableUse(
              List.copyOf(parts), Kind.REFERENCE, last.start() + 1, last.end() - 1, List.of()));
    }
  }

  private void string(int i, Token token) {
    String caller =
        i > 0 && tokens.get(i - 1).kind() == Token.Kind.WORD
            ? tokens.get(i - 1).text()
            : openCall();
    boolean body =
        verb.equals("create")
            && before(i, "as")
            && (hasWordBefore("function", "as") || hasWordBefore("procedure", "as"));
    if (Words.TAKES_SQL.contains(caller)
        || body
        || before(i, "+", "|") && hasWordBefore("execute", ";")) {
      TableScanner.scan(token.text()).forEach(use -> put(use.shifted(token.start() + 1)));
    } else if (Words.TAKES_NAME.contains(caller) && before(i, "(")
        || is(i + 1, ":") && is(i + 3, "regclass")) {
      putString(i, Kind.SEQUENCE);
    } else if (caller.equals("set_config")
        && i > 1
        && "search_path".equals(tokens.get(i - 2).text())) {
      putString(i, Kind.SCHEMA);
    } else if (before(i, "table_name", "schema_name")) {
      putString(i, before(i, "schema_name") ? Kind.SCHEMA : Kind.REFERENCE);
    }
  }

  private String openCall() {
    return open.isEmpty() ? "" : open.peek();
  }

  private void putString(int i, Kind kind) {
    Token token = tokens.get(i);
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

  /** {@code schema.function(...)} and {@code schema.sequence.nextval} may stand anywhere. */
  private void qualifiedCall(int i) {
    if (isPartOfName(i) || !tokens.get(i).isName() || !is(i + 1, ".")) {
      return;
    }
    Name name = name(i);
    if (name == null || name.parts().size() < 2) {
      return;
    }
    String last = name.parts().get(name.parts().size() - 1).toLowerCase(Locale.ROOT);
    if (last.equals("nextval") || last.equals("currval")) {
      List<String> sequence = List.copyOf(name.parts().subList(0, name.parts().size() - 1));
      put(new TableUse(sequence, Kind.SEQUENCE, name.start(), name.end(), List.of()));
    } else if (is(name.next(), "(") && !uses.containsKey(name.start())) {
      put(new TableUse(name.parts(), Kind.FUNCTION, name.start(), name.end(), List.of()));
    }
  }

  private void commonTables(int from) {
    int at = is(from, "recursive") ? from + 1 : from;
    while (at < tokens.size() && tokens.get(at).isName()) {
      String name = tokens.get(at).text().toLowerCase(Locale.ROOT);
      int next = is(at + 1, "(") ? closing(at + 1) + 1 : at + 1;
      if (!is(next, "as")) {
        return;
      }
      next++;
      while (is(next, "not", "materialized")) {
        next++;
      }
      if (!is(next, "(")) {
        return;
      }
      local.add(name);
      at = closing(next) + 1;
      if (!is(at, ",")) {
        return;
      }
      at++;
    }
  }

  private void names(int at, Kind kind) {
    Name name = name(at);
    while (name != null) {
      put(new TableUse(name.parts(), kind, name.start(), name.end(), List.of()));
      name = is(name.next(), ",") ? name(name.next() + 1) : null;
    }
  }

  private void tables(int from, Kind kind, boolean list) {
    int at = from;
    while (true) {
      while (is(at, "only", "lateral", "ignore", "low_priority", "concurrently")) {
        at++;
      }
      at = is(at, "(") ? parenthesis(at, kind) : item(at, kind);
      if (at < 0 || !list || !is(at, ",")) {
        return;
      }
      at++;
    }
  }

  private int parenthesis(int at, Kind kind) {
    int close = closing(at);
    if (!is(at + 1, "select", "with", "values", "table") && kind != Kind.CREATE) {
      tables(at + 1, kind, false);
    }
    return alias(close + 1, -1);
  }

  private int item(int at, Kind kind) {
    Name name = name(at);
    if (name == null) {
      return -1;
    }
    if (is(name.next(), "@")) {
      return -1;
    }
    boolean called = is(name.next(), "(") && kind == Kind.READ;
    if (called) {
      if (name.parts().size() > 1) {
        put(new TableUse(name.parts(), Kind.FUNCTION, name.start(), name.end(), List.of()));
      }
      return alias(closing(name.next()) + 1, -1);
    }
    put(new TableUse(name.parts(), kind, name.start(), name.end(), List.of()));
    return alias(name.next(), name.start());
  }

  private int alias(int from, int of) {
    int at = is(from, "as") ? from + 1 : from;
    if (at < tokens.size() && (tokens.get(at).kind() == Token.Kind.QUOTED || isPlainWord(at))) {
      aliases.add(tokens.get(at).text().toLowerCase(Locale.ROOT));
      if (of >= 0) {
        aliased.add(of);
      }
      at++;
      if (is(at, "(")) {
        at = closing(at) + 1;
      }
    }
    return at;
  }

  private boolean isPlainWord(int at) {
    Token token = tokens.get(at);
    return token.kind() == Token.Kind.WORD
        && !Words.NO_ALIAS.contains(token.text())
        && !is(at + 1, ".");
  }

  private boolean isAliasOfOther(String alias) {
    return uses.entrySet().stream()
        .anyMatch(
            entry ->
                aliased.contains(entry.getKey()) && !entry.getValue().lastPart().equals(alias));
  }

  private record Name(List<String> parts, int start, int end, int next) {}

  private Name name(int at) {
    if (at >= tokens.size() || !tokens.get(at).isName()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    int next = at;
    parts.add(tokens.get(next).written());
    while (is(next + 1, ".") && next + 2 < tokens.size() && isNamePart(tokens.get(next + 2))) {
      next += 2;
      parts.add(tokens.get(next).written());
    }
    return new Name(List.copyOf(parts), tokens.get(at).start(), tokens.get(next).end(), next + 1);
  }

  private static boolean isNamePart(Token token) {
    return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED;
  }

  private void put(TableUse use) {
    uses.putIfAbsent(use.start(), use);
  }

  private boolean isPartOfName(int i) {
    return i > 0 && tokens.get(i - 1).is(".");
  }

  private boolean revokes(int i) {
    return verb.equals("revoke") && i > 0;
  }

  private int skipIfExists(int at) {
    int next = at;
    while (is(next, "if", "not", "exists", "concurrently", "only")) {
      next++;
    }
    return next;
  }

  private int closing(int at) {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      if (tokens.get(i).is("(")) {
        depth++;
      } else if (tokens.get(i).is(")") && --depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private boolean is(int at, String... words) {
    if (at < 0 || at >= tokens.size()) {
      return false;
    }
    for (String word : words) {
      if (tokens.get(at).is(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean before(int i, String... words) {
    return is(i - 1, words);
  }

  private String firstWord() {
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.WORD) {
        return token.text();
      }
      if (token.kind() != Token.Kind.SYMBOL) {
        return "";
      }
    }
    return "";
  }

  private boolean hasWordBefore(String word, String stop) {
    for (Token token : tokens) {
      if (token.is(word)) {
        return true;
      }
      if (token.is(stop)) {
        return false;
      }
    }
    return false;
  }
}
