package com.gopher.ownership.locate;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;

/**
 * The first two package segments of an application's classes: what tells its own nested jars from
 * its libraries.
 */
record OwnPackages(Set<String> prefixes) {

  static OwnPackages of(Iterable<String> classPaths) {
    Set<String> prefixes = new HashSet<>();
    for (String path : classPaths) {
      String[] segments = path.split("/");
      if (segments.length > 2 && !path.startsWith("org/springframework/")) {
        prefixes.add(segments[0] + "/" + segments[1] + "/");
      }
    }
    return new OwnPackages(prefixes);
  }

  /**
   * An archive that holds only archives says nothing about its packages: what lies in it is looked
   * at.
   */
  boolean appearIn(ArchiveReader.Archive jar, Collected collected, String name) throws IOException {
    boolean onlyArchives = true;
    try (CountedZip zip = new CountedZip(jar.open(), name, collected)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = entry.getName();
        if (path.endsWith(".class")) {
          onlyArchives = false;
          if (prefixes.stream().anyMatch(path::startsWith)) {
            return true;
          }
        }
      }
    }
    return onlyArchives && prefixes.isEmpty();
  }
}
