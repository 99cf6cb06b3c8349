package com.gopher.launcher.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at an H2 file without opening it: what would keep a program from using it. */
public final class StoredDatabase {

  /** Each of the first two blocks is a header, so that one survives when the other is written. */
  private static final int BLOCK = 4096;

  private static final Pattern HEADER = Pattern.compile("^H:\\d+,.*\\bformat:([0-9a-f]+),.*");

  /** The newest format that the H2 of this project reads. */
  private static final int NEWEST_FORMAT = 3;

  private StoredDatabase() {}

  /**
   * What is wrong with the database, and what to do about it; empty if nothing is, or if there was
   * none yet.
   */
  public static Optional<String> trouble(Path file) {
    try {
      if (LostDatabase.isLost(file)) {
        return Optional.of(
            "%s is missing or empty; put a copy of it back in its place".formatted(file));
      }
      if (!Files.exists(file) || Files.size(file) == 0) {
        return Optional.empty();
      }
      return ofContent(file);
    } catch (IOException e) {
      return Optional.of("%s cannot be read: %s".formatted(file, e));
    }
  }

  private static Optional<String> ofContent(Path file) throws IOException {
    byte[] content = beginning(file);
    int format = Math.max(format(content, 0), format(content, BLOCK));
    if (format < 0) {
      return Optional.of(
          "%s is damaged; put a copy of it back in its place, together with database-password"
              .formatted(file));
    }
    return format > NEWEST_FORMAT
        ? Optional.of(
            "%s was written by a newer version (format %s, %s is known here); start it with that one"
                .formatted(file, format, NEWEST_FORMAT))
        : Optional.empty();
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(2 * BLOCK);
    }
  }

  /** Negative if there is no header. */
  private static int format(byte[] content, int begin) {
    if (content.length < begin + BLOCK) {
      return -1;
    }
    String block = new String(content, begin, BLOCK, StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(block.lines().findFirst().orElse(""));
    return header.matches() ? Integer.parseInt(header.group(1), 16) : -1;
  }
}
