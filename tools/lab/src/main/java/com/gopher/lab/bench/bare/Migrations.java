package com.gopher.lab.bench.bare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The migrations in an application's jar, so that a floor has the same tables. */
final class Migrations {

  /** The tables of the outbox lie a jar deeper. */
  private static final Pattern FOUNDATION = Pattern.compile("BOOT-INF/lib/foundation-.*\\.jar");

  private static final Pattern VERSION = Pattern.compile("/V(\\d+)__");

  private Migrations() {}

  /**
   * Returns the SQL directory by directory, each in the order of its versions.
   *
   * @param directories below {@code db}, as a regular expression
   */
  static Collection<String> in(Path jar, String directories) throws IOException {
    var found = new TreeMap<String, String>();
    var wanted = Pattern.compile("(BOOT-INF/classes/)?db/(%s)/V\\w+\\.sql".formatted(directories));
    try (InputStream in = Files.newInputStream(jar)) {
      collect(in, wanted, found);
    }
    return found.values();
  }

  private static void collect(InputStream jar, Pattern wanted, Map<String, String> found)
      throws IOException {
    var zip = new ZipInputStream(jar);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (wanted.matcher(entry.getName()).matches()) {
        found.put(
            byVersion(entry.getName().replace("BOOT-INF/classes/", "")),
            new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      } else if (FOUNDATION.matcher(entry.getName()).matches()) {
        collect(zip, wanted, found);
      }
    }
  }

  /** As texts, version 101 would come before version 1. */
  private static String byVersion(String path) {
    return VERSION
        .matcher(path)
        .replaceFirst(
            version -> String.format(Locale.ROOT, "/V%06d__", Integer.valueOf(version.group(1))));
  }
}
