package com.gopher.ownership.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/** Cheap questions about a text, asked before anything is parsed. */
public final class SqlText {

  /** Stands in a text for a part that is only known when the program runs. */
  public static final char HOLE = '\u0001';

  private static final Pattern FRAGMENT =
      Pattern.compile(
          "(?is).*\\b(from|join|into|update|table|references|sequence|search_path|using)\\b\\s+\\S.*",
          Pattern.DOTALL);
  private static final Pattern START =
      Pattern.compile(
          "(?is)^(?:\\s|;|\\(|\\{|\\?\\s*=|delimiter [^\\n"
              + "]*\\n"
              + "|--[^\\n"
              + "]*\\n"
              + "|/\\*.*?\\*/)*([a-z]+)\\b.*",
          Pattern.DOTALL);

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?is).*\\b(a|an|the|please|your|you|this|that|of|our|some|are|was|were|can|cannot|could|must|will|it)\\b.*");

  private static final Pattern SHORT = Pattern.compile("\\s*\\w+(\\s+\\w+){1,2}\\s*");

  /** A verb, a name and what tells which one of them is meant. */
  private static final Pattern ONE_OF =
      Pattern.compile(
          "(?i)\\s*(?:delete|insert|select|create|drop|truncate|lock|grant|revoke)"
              + "\\s+(?!from\\b|into\\b|table\\b)\\w+\\s*"
              + HOLE
              + "\\s*");

  /** Words after the name that are too long for an alias and mean nothing in SQL. */
  private static final Pattern LONGER =
      Pattern.compile(
          "(?i)\\s*(?:delete\\s+from|insert\\s+into|update|select(?:\\s+\\w+)?\\s+from)\\s+\\w+"
              + "(?:\\s+(?!(?:"
              + String.join("|", Words.NO_ALIAS)
              + ")\\b)\\w{3,}){1,4}\\s*");

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)\\s*(?:delete\\s+from|update|select|merge)\\s+[\\w.]+(?:\\s+\\w+)?\\s*\\([^()=]*\\)\\s*");

  /** The same of one of several sentences, where a verb alone may well begin a statement. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?i)\\s*(?:delete\\s+from|insert\\s+into|update|(?:drop|alter|truncate|create)\\s+table|truncate)"
              + "\\s+\\w+(?:\\s+(?!(?:restart|continue|identity|purge|"
              + String.join("|", Words.NO_ALIAS)
              + ")\\b)\\w{2,}){2,6}\\s*[.!]?\\s*");

  private SqlText() {}

  /** Whether the text begins with a word that begins a statement. */
  public static boolean startsLikeStatement(String text) {
    return Words.VERBS.contains(firstWord(text));
  }

  /**
   * Whether the text is what people call an action, such as "delete from member list" or "UPDATE
   * member (3)": a verb and names, but nothing that a statement would do with the name.
   */
  public static boolean isLabel(String text) {
    return startsLikeStatement(text)
        && (SHORT.matcher(text).matches()
            || ONE_OF.matcher(text).matches()
            || LONGER.matcher(text).matches()
            || COUNTED.matcher(text).matches());
  }

  /** Whether what stands there between semicolons tells of an action rather than being one. */
  public static boolean isTold(String text, int at) {
    int end = text.indexOf(';', at);
    int start = text.lastIndexOf(';', at) + 1;
    return (start > 0 || end >= 0)
        && SENTENCE.matcher(text.substring(start, end < 0 ? text.length() : end)).matches();
  }

  /** Whether the text has, anywhere, a word before which or after which a table is named. */
  public static boolean mayNameTable(String text) {
    return text.length() > 5
        && text.indexOf(' ') + text.indexOf('\n') + text.indexOf('\t') > -3
        && (FRAGMENT.matcher(text).matches()
            || startsLikeStatement(text)
            || Words.UTILITIES.contains(firstWord(text)));
  }

  static String firstWord(String text) {
    var matcher = START.matcher(text);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** Whether the text has words that sentences have and statements have not. */
  static boolean isSentence(String text) {
    return ENGLISH.matcher(text).matches();
  }

  /**
   * Whether somebody wrote this as SQL rather than as a sentence: it has what English has not.
   * "Select an item from orders please" parses, too.
   */
  static boolean isDeliberate(String text) {
    if (text.matches(
        "(?s).*([*=?<>;]|:[a-z]|\\(\\s*\\)|\\bcount\\(|\\b\\w+\\.\\w+\\b.*,|\\w\\s*,\\s*\\w+\\.?\\w*\\s+from\\b).*")) {
      return true;
    }
    String word = firstWord(text).toUpperCase(Locale.ROOT);
    return text.stripLeading().startsWith(word)
        && (text.contains("FROM ")
            || text.contains("INTO ")
            || text.contains("TABLE ")
            || text.contains("SET ")
            || text.contains("FROM\n")
            || text.contains("INTO\n"));
  }
}
