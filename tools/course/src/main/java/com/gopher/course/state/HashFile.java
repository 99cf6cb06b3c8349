package com.gopher.course.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code before.sha256}: for each overlaid file the hash of the file it stands for. */
public final class HashFile {

  static final String NAME = "before.sha256";

  /** In place of a hash: before it is solved there is a file that the solution removes. */
  public static final String NOTHING = "-";

  private HashFile() {}

  /** The name of the file, for messages. */
  public static String file() {
    return NAME;
  }

  static SortedMap<String, String> read(Path folder) {
    var hashes = new TreeMap<String, String>();
    for (String line : Lines.of(folder.resolve(NAME))) {
      String[] parts = line.split("\\s+", 2);
      if (parts.length != 2) {
        throw new UnusableCourseException(folder.resolve(NAME) + " has a line without a path.");
      }
      hashes.put(parts[1], parts[0]);
    }
    return hashes;
  }

  public static void write(Path folder, Map<String, String> hashes) {
    var text = new StringBuilder();
    new TreeMap<>(hashes)
        .forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    try {
      if (hashes.isEmpty()) {
        Files.deleteIfExists(folder.resolve(NAME));
      } else {
        Files.writeString(folder.resolve(NAME), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
