package com.gopher.ownership.sql;

import com.gopher.ownership.locate.Lines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;

/**
 * Reads texts, each once. The scanner finds the tables; the parser is asked only whether a text
 * that names a suspicious table is a statement at all, because it is a thousand times slower and
 * refuses much that databases accept.
 */
public final class SqlReader {

  private static final int LONGEST_TO_PARSE = 20_000;
  private static final int LONGEST_TO_FILL = 500;

  /** What may stand where a text has a hole. */
  private static final List<String> FILLINGS =
      List.of("hole_", "", "a = 1", "where a = 1", "set a = 1", "values (1)");

  private final Map<String, Reading> readings = new HashMap<>();
  private final Map<String, Boolean> parsed = new HashMap<>();

  public Reading read(String text) {
    return readings.computeIfAbsent(text, SqlReader::scan);
  }

  /** Whether a parser of SQL understands the whole text. */
  public boolean parses(String text) {
    return parsed.computeIfAbsent(text, SqlReader::parse);
  }

  /** Whether a parser understands the whole text with some pieces of SQL for its holes. */
  public boolean mayParse(String text) {
    int last = text.lastIndexOf(SqlText.HOLE);
    if (last < 0 || text.length() > LONGEST_TO_FILL) {
      return last >= 0 || parses(text);
    }
    return FILLINGS.stream()
        .anyMatch(
            first ->
                FILLINGS.stream()
                    .anyMatch(
                        other ->
                            parses(
                                text.substring(0, last).replace("" + SqlText.HOLE, first)
                                    + other
                                    + text.substring(last + 1))));
  }

  private static Reading scan(String text) {
    String first = SqlText.firstWord(text);
    return new Reading(
        text,
        new Lines(text),
        TableScanner.scan(text),
        TableScanner.temporaryTables(text),
        Words.VERBS.contains(first),
        Words.DEFINITIONS.contains(first),
        Words.UTILITIES.contains(first),
        SqlText.isDeliberate(text),
        SqlText.isSentence(text));
  }

  private static boolean parse(String text) {
    if (text.length() > LONGEST_TO_PARSE) {
      return false;
    }
    String plain =
        text.replaceAll("[#$]\\{[^}]*}", "hole_")
            .replaceAll("%s\\b", "hole_")
            .replace("" + SqlText.HOLE, "hole_")
            .replace("{h-schema}", "");
    try {
      CCJSqlParser parser = new CCJSqlParser(plain);
      return !parser.withErrorRecovery(false).Statements().isEmpty();
    } catch (ParseException | RuntimeException e) {
      return false;
    }
  }
}
