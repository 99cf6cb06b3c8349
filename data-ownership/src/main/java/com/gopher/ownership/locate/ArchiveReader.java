package com.gopher.ownership.locate;

import com.gopher.ownership.finding.CannotInspect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;

/**
 * Reads a plain jar, a Spring Boot jar or a war as a stream. Nested jars are read when they hold
 * classes of the application's own package, which is known once the outer classes are: the
 * libraries stay closed. An archive is therefore read twice, and one nested jar at a time is held.
 */
final class ArchiveReader {

  private static final List<String> CLASS_ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  private final Collected collected;

  ArchiveReader(Collected collected) {
    this.collected = collected;
  }

  void read(Archive archive, String name) throws IOException {
    Content content = readClasses(archive, name);
    if (content == Content.NOTHING) {
      throw new CannotInspect(
          name
              + " is not a readable jar; name a jar, a directory of classes or a project that is built.");
    }
    if (content == Content.NESTED_JARS) {
      readNested(archive, name, OwnPackages.of(collected.classPaths()), 1);
    }
  }

  private Content readClasses(Archive archive, String name) throws IOException {
    Content content = Content.NOTHING;
    boolean loaderClassesAtRoot = false;
    Build build = Build.ofJar(name);
    try (CountedZip zip = new CountedZip(archive.open(), name, collected)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = entry.getName();
        content = content.and(isJar(entry) ? Content.NESTED_JARS : Content.FILES);
        loaderClassesAtRoot |= path.startsWith("BOOT-INF/") || path.startsWith("WEB-INF/");
        if (!entry.isDirectory() && Collected.wanted(path)) {
          String inside = withoutRoot(path);
          boolean loader =
              loaderClassesAtRoot && inside.startsWith("org/springframework/boot/loader/");
          byte[] bytes = collected.read(zip, name + "!" + path);
          if (!loader) {
            collected.add(inside, bytes, build);
          }
        }
      }
    }
    return content;
  }

  private void readNested(Archive archive, String name, OwnPackages own, int depth)
      throws IOException {
    try (CountedZip zip = new CountedZip(archive.open(), name, collected)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (isJar(entry)) {
          String nested = name + "!" + entry.getName();
          readJar(collected.read(zip, nested), nested, own, depth);
        }
      }
    }
  }

  private void readJar(byte[] jar, String name, OwnPackages own, int depth) throws IOException {
    if (depth > collected.deepest()) {
      throw new CannotInspect(
          name
              + " lies deeper than "
              + collected.deepest()
              + " archives; unpack it and name the inner one.");
    }
    Archive archive = () -> new ByteArrayInputStream(jar);
    if (own.appearIn(archive, collected, name)
        && readClasses(archive, name) == Content.NESTED_JARS) {
      readNested(archive, name, own, depth + 1);
    }
  }

  private static boolean isJar(ZipEntry entry) {
    return entry.getName().endsWith(".jar");
  }

  private static String withoutRoot(String path) {
    for (String root : CLASS_ROOTS) {
      if (path.startsWith(root)) {
        return path.substring(root.length());
      }
    }
    return path;
  }

  /** An archive that can be read from its beginning more than once. */
  @FunctionalInterface
  interface Archive {

    InputStream open() throws IOException;
  }

  private enum Content {
    NOTHING,
    FILES,
    NESTED_JARS;

    Content and(Content other) {
      return compareTo(other) > 0 ? this : other;
    }
  }
}
