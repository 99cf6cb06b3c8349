package com.gopher.ownership.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The texts that procedural code gives to its variables, so that a statement which it puts together
 * and runs is seen. A script has one set of them: a name stands for all that it is given anywhere.
 */
final class Variables {

  private static final int FARTHEST = 6;
  private static final int MOST = 16;

  private final Map<String, Set<String>> texts = new HashMap<>();

  /** Notes what this statement gives to variables. */
  void learn(TokenCursor cursor) {
    for (int i = 1; i + 1 < cursor.size(); i++) {
      boolean assigns = cursor.is(i, "=", "default");
      if (assigns && cursor.get(i + 1).kind() == Token.Kind.STRING) {
        String text = joined(cursor, i + 1);
        named(cursor, i).forEach(name -> add(name, text));
      } else if (cursor.is(i - 1, "foreach", "for") && cursor.is(i + 1, "in")) {
        loop(cursor, i);
      }
    }
  }

  /** The texts that a variable may have. */
  List<String> of(String name) {
    return List.copyOf(texts.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()));
  }

  /** What is assigned is the variable's, whose type may stand between. */
  private static List<String> named(TokenCursor cursor, int equals) {
    List<String> names = new ArrayList<>();
    for (int i = equals - 1; i >= 0 && i >= equals - FARTHEST; i--) {
      if (cursor.is(i, ";", "begin", "declare", "then", "loop", "else", "set", "@")) {
        break;
      }
      if (cursor.get(i).isName()) {
        names.add(cursor.get(i).text());
      }
    }
    return names;
  }

  private void loop(TokenCursor cursor, int variable) {
    for (int i = variable + 2; i < cursor.size() && !cursor.is(i, "loop"); i++) {
      if (cursor.get(i).kind() == Token.Kind.STRING) {
        add(cursor.get(variable).text(), cursor.get(i).text());
      }
    }
  }

  private void add(String name, String text) {
    Set<String> known =
        texts.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>());
    if (known.size() < MOST) {
      known.add(text);
    }
  }

  /** The text that begins here and goes on after each sign that joins; unknown parts are holes. */
  String joined(TokenCursor cursor, int from) {
    StringBuilder text = new StringBuilder();
    int at = from;
    while (at < cursor.size()) {
      Token token = cursor.get(at);
      if (token.kind() == Token.Kind.STRING) {
        text.append(token.text());
        at++;
      } else if (cursor.is(at, "quote_ident", "quotename") && cursor.is(at + 1, "(")) {
        boolean written = cursor.is(at + 3, ")") && isText(cursor, at + 2);
        text.append(written ? cursor.get(at + 2).text() : SqlText.HOLE);
        at = cursor.closing(at + 1) + 1;
      } else {
        List<String> known = of(token.text());
        text.append(known.isEmpty() ? String.valueOf(SqlText.HOLE) : known.get(0));
        at = cursor.is(at + 1, "(") ? cursor.closing(at + 1) + 1 : at + 1;
      }
      if (cursor.is(at, "+")) {
        at++;
      } else if (cursor.is(at, "|") && cursor.is(at + 1, "|")) {
        at += 2;
      } else {
        break;
      }
      while (cursor.is(at, "@")) {
        at++;
      }
    }
    return text.toString();
  }

  private static boolean isText(TokenCursor cursor, int at) {
    return at < cursor.size() && cursor.get(at).kind() == Token.Kind.STRING;
  }
}
