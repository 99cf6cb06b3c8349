package com.gopher.ownership.changelog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Liquibase's changelogs in SQL run what some of their comments say: the statement of a rollback,
 * and the query of a precondition.
 */
public final class FormattedSql {

  private static final Pattern RUN =
      Pattern.compile(
          "(?im)^--\\s*(?:rollback\\s+(?!not required|empty|changeset)|precondition-sql-check\\s+"
              + "expectedResult:\\S+\\s+)");

  private FormattedSql() {}

  /** The script with these comments as statements, each character in its place. */
  public static String opened(String text) {
    return RUN.matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ";" + " ".repeat(Math.max(0, found.group().length() - 1))));
  }
}
