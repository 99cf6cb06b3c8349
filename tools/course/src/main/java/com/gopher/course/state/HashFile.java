package com.gopher.course.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** For each file of an overlay the hash of the file it stands for. */
public final class HashFile {

  /** In place of a hash: it stands for no file. */
  public static final String NOTHING = "-";

  private HashFile() {}

  static SortedMap<String, String> read(Path folder, Side side) {
    Path file = folder.resolve(side.hashes());
    var hashes = new TreeMap<String, String>();
    for (String line : Lines.of(file)) {
      String[] parts = line.split("\\s+", 2);
      if (parts.length != 2) {
        throw new UnusableCourseException(file + " has a line without a path.");
      }
      hashes.put(parts[1], parts[0]);
    }
    return hashes;
  }

  public static void write(Path folder, Side side, Map<String, String> hashes) {
    Path file = folder.resolve(side.hashes());
    var text = new StringBuilder();
    new TreeMap<>(hashes)
        .forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    try {
      if (hashes.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
