package com.gopher.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
   * Logback takes the path for a pattern, and for a regular expression, and knows no way to write
   * one of these that means itself. With one in its path a log is rotated at a start only.
   */
  private static final String NOT_IN_A_PATTERN = "%()[]{}+*?^$|";

  private static final int OLDER_FILES = 3;
  private static final int DAYS = 30;

  /** Who says one of these has his own idea of where the log goes. */
  private static final List<String> DECIDED_BY_THE_USER =
      List.of(
          "LOGGING_CONFIG", "LOGGING_FILE_NAME", "LOGGING_FILE_PATH", "LOGGING_CONSOLE_ENABLED");

  private BoundedLog() {}

  /**
   * What the program is told in its environment.
   *
   * @param environments what it is told besides
   */
  @SafeVarargs
  static Map<String, String> settings(Path log, Map<String, String>... environments) {
    if (log.toString().chars().anyMatch(it -> NOT_IN_A_PATTERN.indexOf(it) >= 0)
        || Stream.of(environments).anyMatch(BoundedLog::decides)) {
      return Map.of();
    }
    return Map.of(
        "LOGGING_FILE_NAME",
        log.toString(),
        "LOGGING_CONSOLE_ENABLED",
        "false",
        "LOGGING_LOGBACK_ROLLINGPOLICY_FILENAMEPATTERN",
        // Not compressed: the standard output goes on in the file that was renamed.
        log + ".%d{yyyy-MM-dd}.%i",
        "LOGGING_LOGBACK_ROLLINGPOLICY_MAXFILESIZE",
        BYTES + "B",
        "LOGGING_LOGBACK_ROLLINGPOLICY_TOTALSIZECAP",
        OLDER_FILES * BYTES + "B",
        "LOGGING_LOGBACK_ROLLINGPOLICY_MAXHISTORY",
        DAYS + "");
  }

  private static boolean decides(Map<String, String> environment) {
    return DECIDED_BY_THE_USER.stream().anyMatch(environment::containsKey);
  }
}
