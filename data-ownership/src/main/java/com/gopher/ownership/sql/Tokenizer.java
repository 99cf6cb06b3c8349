package com.gopher.ownership.sql;

import com.gopher.ownership.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into tokens. It knows the comments, strings and quoted names of the databases in use,
 * and takes the placeholders of templates ({@code #{..}}, {@code ${..}}, {@code %s}) for a part
 * that is not known.
 */
final class Tokenizer {

  private static final Pattern NEW_DELIMITER =
      Pattern.compile("(?i)(?:delimiter|set term|--#set terminator)\\s+(\\S+).*");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private String delimiter = "";
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    return new Tokenizer(text).read();
  }

  private List<Token> read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (separatingLine() > 0) {
        add(Kind.SYMBOL, ";", separatingLine());
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (looking("--")) {
        at = orEnd(text.indexOf('\n', at));
      } else if (looking("/*")) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (delimiterHere()) {
        add(Kind.SYMBOL, ";", at + delimiter.length());
      } else if (c == '\'') {
        quoted('\'', Kind.STRING);
      } else if (stringPrefix() > 0) {
        at += stringPrefix();
        quoted('\'', Kind.STRING);
      } else if (c == '"' || c == '`') {
        quoted(c, Kind.QUOTED);
      } else if (c == '[' && bracketName() > 0) {
        int end = bracketName();
        add(Kind.QUOTED, text.substring(at + 1, end), end + 1);
      } else if (c == '$' && dollarBody()) {
        continue;
      } else if (isWordStart(c) || placeholderEnd(at) > 0) {
        word();
      } else if (Character.isDigit(c)) {
        int end = at;
        while (end < text.length()
            && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.')) {
          end++;
        }
        add(Kind.NUMBER, text.substring(at, end), end);
      } else {
        add(Kind.SYMBOL, String.valueOf(c), at + 1);
        skipCopiedRows(c);
      }
    }
    return tokens;
  }

  /** After {@code COPY ... FROM stdin;} stand rows, up to a line with a backslash and a dot. */
  private void skipCopiedRows(char separator) {
    int last = tokens.size() - 2;
    if (separator != ';' || last < 0) {
      return;
    }
    boolean fromClient = false;
    int first = last;
    while (first > 0 && !tokens.get(first - 1).is(";")) {
      fromClient |= tokens.get(first).is("stdin") && tokens.get(first - 1).is("from");
      first--;
    }
    int end = fromClient && tokens.get(first).is("copy") ? text.indexOf("\n\\.", at) : -1;
    if (end >= 0) {
      at = orEnd(text.indexOf('\n', end + 1));
    }
  }

  /** Where a line ends that begins here and only separates statements for a client, or -1. */
  private int separatingLine() {
    char c = text.charAt(at);
    boolean begins = at == 0 || text.charAt(at - 1) == '\n';
    if (!begins || "gG/dDsS-".indexOf(c) < 0) {
      return -1;
    }
    int end = orEnd(text.indexOf('\n', at));
    String line = text.substring(at, end).strip();
    Matcher set = NEW_DELIMITER.matcher(line);
    if (set.matches()) {
      delimiter = set.group(1).matches("\\w+|;") ? "" : set.group(1);
      return end;
    }
    return line.equalsIgnoreCase("go") || line.equals("/") ? end : -1;
  }

  /** Whether what the script itself has set to separate statements stands here. */
  private boolean delimiterHere() {
    return !delimiter.isEmpty() && text.startsWith(delimiter, at);
  }

  /** How long the letter is that says of which kind the string after it is, or 0. */
  private int stringPrefix() {
    boolean letter = "nNeEbBxX".indexOf(text.charAt(at)) >= 0;
    return letter && at + 1 < text.length() && text.charAt(at + 1) == '\'' ? 1 : 0;
  }

  private void word() {
    StringBuilder word = new StringBuilder();
    int end = at;
    while (end < text.length()) {
      int placeholder = placeholderEnd(end);
      if (placeholder > 0) {
        word.append(SqlText.HOLE);
        end = placeholder;
      } else if (!delimiter.isEmpty() && text.startsWith(delimiter, end)) {
        break;
      } else if (isWordPart(text.charAt(end))) {
        word.append(text.charAt(end++));
      } else {
        break;
      }
    }
    tokens.add(
        new Token(Kind.WORD, word.toString().toLowerCase(Locale.ROOT), word.toString(), at, end));
    at = end;
  }

  /** Where a template's placeholder that begins here ends, or -1. */
  private int placeholderEnd(int from) {
    if (text.startsWith("#{", from) || text.startsWith("${", from)) {
      int end = text.indexOf('}', from);
      return end < 0 ? -1 : end + 1;
    }
    if (text.startsWith("%s", from)
        && !(from + 2 < text.length() && isWordPart(text.charAt(from + 2)))) {
      return from + 2;
    }
    return -1;
  }

  private void quoted(char quote, Kind kind) {
    StringBuilder content = new StringBuilder();
    int end = at + 1;
    while (end < text.length()) {
      char c = text.charAt(end++);
      if (c == quote) {
        if (end < text.length() && text.charAt(end) == quote) {
          end++;
        } else {
          break;
        }
      }
      content.append(c);
    }
    add(kind, content.toString(), end);
  }

  private int bracketName() {
    int end = text.indexOf(']', at);
    boolean name = end > at + 1 && text.substring(at + 1, end).matches("[A-Za-z_][\\w ]*");
    boolean array = at > 0 && (isWordPart(text.charAt(at - 1)) || text.charAt(at - 1) == ']');
    return name && !array ? end : -1;
  }

  private boolean dollarBody() {
    int close = text.indexOf('$', at + 1);
    if (close < 0 || !text.substring(at + 1, close).matches("\\w*")) {
      return false;
    }
    String tag = text.substring(at, close + 1);
    int end = text.indexOf(tag, close + 1);
    if (end < 0) {
      return false;
    }
    int bodyStart = close + 1;
    String body = text.substring(bodyStart, end);
    tokens.add(new Token(Kind.BODY, body, body, bodyStart, end));
    at = end + tag.length();
    return true;
  }

  private boolean looking(String prefix) {
    return text.startsWith(prefix, at);
  }

  private int orEnd(int index) {
    return index < 0 ? text.length() : index;
  }

  private void add(Kind kind, String content, int end) {
    tokens.add(new Token(kind, content, content, at, end));
    at = end;
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_' || c == SqlText.HOLE;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == SqlText.HOLE;
  }
}
