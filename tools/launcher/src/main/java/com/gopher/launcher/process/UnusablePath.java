package com.gopher.launcher.process;

import com.gopher.launcher.console.CouldNotRun;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What in the name of a directory would make a program put its data elsewhere, or fail halfway:
 * said before anything is created.
 */
public final class UnusablePath {

  /** Linux ends a path at 4,096 bytes; the longest of Kafka's names below it takes under 200. */
  private static final int LONGEST = 3_800;

  private UnusablePath() {}

  /** Why this cannot be a data directory, behind the words "its name"; empty if it can. */
  public static Optional<String> reason(Path path) {
    String name = path.toAbsolutePath().toString();
    if (name.indexOf(';') >= 0) {
      return Optional.of("has a semicolon, where the address of a database ends");
    }
    if (name.indexOf('\\') >= 0 && File.separatorChar != '\\') {
      return Optional.of("has a backslash, which the database takes for a slash");
    }
    if (name.contains("${")) {
      return Optional.of("has \"${\", where a setting would be filled in");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("has a control character, such as a line break");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " bytes");
    }
    return Optional.empty();
  }

  /**
   * A path as the user wrote it.
   *
   * @throws CouldNotRun if it has characters that this process cannot hand to the system
   */
  public static CouldNotRun notInThisLocale(String what, Throwable cause) {
    return new CouldNotRun(
        "%s has characters that the locale of this terminal (%s) does not have. Nothing was started. Type the same command again with LC_ALL=C.UTF-8 before it."
            .formatted(what, encoding()),
        cause);
  }

  /** Of file names in this process. */
  public static String encoding() {
    return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
  }
}
