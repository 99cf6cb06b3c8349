package com.gopher.ownership.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of one statement, and what can be asked of each and of those beside it. */
final class TokenCursor {

  private static final Pattern CONVERSION = Pattern.compile("%(?:(\\d)\\$)?-?\\d*([IsL])");

  private final List<Token> tokens;
  private final String verb;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
    this.verb = firstWord();
  }

  /**
   * A name of one or more parts.
   *
   * @param next the index of the token after it
   */
  record Name(List<String> parts, int start, int end, int next) {}

  /** The word that the statement begins with, or empty. */
  String verb() {
    return verb;
  }

  int size() {
    return tokens.size();
  }

  Token get(int at) {
    return tokens.get(at);
  }

  /** All string literals of the statement. */
  List<Token> strings() {
    return tokens.stream().filter(token -> token.kind() == Token.Kind.STRING).toList();
  }

  /** What {@code format} may make of the pattern here; what is not known is a hole. */
  List<String> formatted(int pattern, Variables variables) {
    int end = closing(pattern - 1);
    List<List<String>> arguments = new ArrayList<>();
    for (int at = pattern + 1; at < end; at++) {
      if (is(at, ",")) {
        boolean alone = at + 2 >= end || is(at + 2, ",");
        arguments.add(alone && at + 1 < end ? argument(get(at + 1), variables) : List.of());
      }
    }
    int most = arguments.stream().mapToInt(List::size).max().orElse(1);
    List<String> made = new ArrayList<>();
    for (int choice = 0; choice < Math.max(1, most); choice++) {
      made.add(formatted(get(pattern).text(), arguments, choice));
    }
    return made;
  }

  private static List<String> argument(Token token, Variables variables) {
    return token.kind() == Token.Kind.STRING ? List.of(token.text()) : variables.of(token.text());
  }

  private static String formatted(String pattern, List<List<String>> arguments, int choice) {
    int[] next = {0};
    return CONVERSION
        .matcher(pattern)
        .replaceAll(
            match -> {
              int index = match.group(1) == null ? next[0]++ : Integer.parseInt(match.group(1)) - 1;
              List<String> known = index < arguments.size() ? arguments.get(index) : List.of();
              String by =
                  known.isEmpty()
                      ? String.valueOf(SqlText.HOLE)
                      : known.get(Math.min(choice, known.size() - 1));
              boolean literal = match.group(2).equals("L");
              return Matcher.quoteReplacement(literal ? "'" + by + "'" : by);
            });
  }

  /** The name that begins here, or null. */
  @Nullable Name name(int at) {
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

  boolean isPartOfName(int i) {
    return i > 0 && tokens.get(i - 1).is(".");
  }

  int skipIfExists(int at) {
    int next = at;
    while (is(next, "if", "not", "exists", "concurrently", "only")) {
      next++;
    }
    return next;
  }

  int closing(int at) {
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

  boolean is(int at, String... words) {
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

  /** Whether the statement has the word anywhere. */
  boolean has(String word) {
    return tokens.stream().anyMatch(token -> token.is(word));
  }

  boolean before(int i, String... words) {
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

  /** Whether the statement has the word before the other one. */
  boolean hasWordBefore(String word, String stop) {
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
