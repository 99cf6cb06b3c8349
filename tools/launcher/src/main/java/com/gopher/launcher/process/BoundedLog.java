package com.gopher.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Keeps a program's log from filling the disk while it runs: the program itself, a Spring Boot
 * application, writes into the file and rotates it. Its standard output goes there too, for what is
 * said before and beside all logging, such as the last words of a JVM.
 */
final class BoundedLog {

  /** Of one file; it is then renamed, and a new one begun. */
  static final long BYTES = 10_000_000;

  /**
   * What Logback, for which a path is a pattern and a regular expression, does not read as text.
   */
  private static final String SIGN = "[%{}+*?]";

  /**
   * The sign as a date, which Logback writes as itself: the quotes make it text of the date's
   * format, and the brackets, which mark something optional there, are a class of this one sign
   * when the format is read as a regular expression.
   */
  private static final String SIGN_AS_A_DATE = "%d{\"['$0']\",aux}";

  private static final int OLDER_FILES = 3;
  private static final int DAYS = 30;

  /** A program with one of these options decides by itself where its log goes. */
  private static final List<String> DECIDED_BY_THE_USER =
      List.of(
          "LOGGING_CONFIG", "LOGGING_FILE_NAME", "LOGGING_FILE_PATH", "LOGGING_CONSOLE_ENABLED");

  private BoundedLog() {}

  /**
   * What the program is told in its environment; nothing if the path has a parenthesis or a bracket
   * without its other half, which cannot be written in a pattern: then its log is rotated at a
   * start only.
   *
   * @param environments what it is told besides
   */
  @SafeVarargs
  static Map<String, String> settings(Path log, Map<String, String>... environments) {
    if (!canBeAPattern(log) || Stream.of(environments).anyMatch(BoundedLog::decides)) {
      return Map.of();
    }
    return Map.of(
        "LOGGING_FILE_NAME",
        log.toString(),
        "LOGGING_CONSOLE_ENABLED",
        "false",
        "LOGGING_LOGBACK_ROLLINGPOLICY_FILENAMEPATTERN",
        // Not compressed: the standard output goes on in the file that was renamed.
        log.toString().replaceAll(SIGN, SIGN_AS_A_DATE) + ".%d{yyyy-MM-dd}.%i",
        "LOGGING_LOGBACK_ROLLINGPOLICY_MAXFILESIZE",
        BYTES + "B",
        "LOGGING_LOGBACK_ROLLINGPOLICY_TOTALSIZECAP",
        OLDER_FILES * BYTES + "B",
        "LOGGING_LOGBACK_ROLLINGPOLICY_MAXHISTORY",
        DAYS + "");
  }

  private static boolean canBeAPattern(Path log) {
    try {
      Pattern.compile(log.toString().replaceAll(SIGN, "[$0]"));
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean decides(Map<String, String> environment) {
    return DECIDED_BY_THE_USER.stream().anyMatch(environment::containsKey);
  }
}
