package com.gopher.ownership.read;

import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.sql.SqlText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates of SQL: what steers them is left out, what they fill in becomes a hole. Lines stay
 * lines.
 */
final class Templates {

  /** Directives of FreeMarker, StringTemplate, Velocity, Mustache, and ElSql, in this order. */
  private static final Pattern STEERING =
      Pattern.compile(
          "</?[#@][^>]*>"
              + "|\\{[%#][^}]*[%#]\\}"
              + "|<(?:if|elseif|else|endif)\\b[^>]*>"
              + "|(?m:^\\s*#(?:if|elseif|foreach|set|macro)\\s*\\([^\\n]*\\)\\s*$|#(?:else|end)\\b)"
              + "|\\{\\{[#/^!>][^}]*\\}\\}"
              + "|(?m:^\\s*@(?:LIKE|INCLUDE|PAGING|IF|VALUE|OFFSETFETCH|LOOPJOIN)\\b[^\\n]*$)");

  private static final Pattern FILLED_IN =
      Pattern.compile("\\$!?\\{[^}]*\\}|\\{\\{+[^}]*\\}\\}+|<\\w+(?:\\([^()<>]*\\))?>");

  /** A whole name of a table that is filled in is for whoever fills it in. */
  private static final Pattern FILLED_IN_TABLE =
      Pattern.compile(
          "(?i)\\b(from|join|into|update|table)(\\s+)"
              + "(?:\\$!?\\{[^}]*\\}|\\{\\{+[^}]*\\}\\}+|<\\w+(?:\\([^()<>]*\\))?>)(?=[\\s;),]|$)");

  /** Where one of several templates of a file begins or ends. */
  private static final Pattern BORDER =
      Pattern.compile(
          "(?m)^\\s*group \\w+;?\\s*$|^\\s*\\w+\\([^)]*\\)\\s*::=\\s*(?:<<|\"|<%)|^\\s*>>\\s*$"
              + "|@NAME\\([^)]*\\)");

  private static final Pattern ELSQL_WORD = Pattern.compile("@(WHERE|AND|OR)(?:\\([^)]*\\))?");

  private Templates() {}

  static boolean isOne(ResourceFile resource) {
    return resource.isTemplate();
  }

  /** Whether its name says that a template is of SQL; of others each text may be a letter. */
  static boolean isOfSql(ResourceFile resource) {
    return resource.fileName().matches("(?i).*[._-]sql\\.\\w+|.*\\.elsql");
  }

  /** The template as SQL. */
  static String sql(ResourceFile resource) {
    String text = replaced(BORDER, resource.text(), ";");
    text = replaced(STEERING, text, " ");
    text = FILLED_IN_TABLE.matcher(text).replaceAll("$1$2dual");
    text = replaced(FILLED_IN, text, String.valueOf(SqlText.HOLE));
    text = resource.hasExtension("elsql") ? ELSQL_WORD.matcher(text).replaceAll("$1") : text;
    return text.stripLeading().startsWith(";") ? withoutFirstBorders(text) : text;
  }

  /** A text that begins with a border would not look like a statement. */
  private static String withoutFirstBorders(String text) {
    int first = 0;
    while (first < text.length() && (text.charAt(first) <= ' ' || text.charAt(first) == ';')) {
      first++;
    }
    return text.substring(0, first).replace(';', ' ') + text.substring(first);
  }

  private static String replaced(Pattern pattern, String text, String by) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(by + "\n".repeat(lines(found.group()))));
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
