package com.gopher.ownership.locate;

import com.gopher.ownership.finding.CannotInspect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a plain jar, a Spring Boot jar or a war as a stream. Nested jars are read when they hold
 * classes of the application's own package, which is known once the outer classes are: the
 * libraries stay closed.
 */
final class ArchiveReader {

  private static final List<String> CLASS_ROOTS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  private final Collected collected;

  ArchiveReader(Collected collected) {
    this.collected = collected;
  }

  void read(InputStream archive, String name) throws IOException {
    List<Nested> nested = new ArrayList<>();
    if (!readEntries(archive, name, nested)) {
      throw new CannotInspect(
          name
              + " is not a readable jar; name a jar, a directory of classes or a project that is built.");
    }
    OwnPackages own = OwnPackages.of(collected.classPaths());
    for (Nested jar : nested) {
      readNested(jar, own, 1);
    }
  }

  private boolean readEntries(InputStream archive, String name, List<Nested> nested)
      throws IOException {
    boolean any = false;
    boolean loaderClassesAtRoot = false;
    try (ZipInputStream zip = new ZipInputStream(archive)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        any = true;
        collected.countEntry(name);
        String path = entry.getName();
        loaderClassesAtRoot |= path.startsWith("BOOT-INF/") || path.startsWith("WEB-INF/");
        if (entry.isDirectory()) {
          continue;
        }
        if (path.endsWith(".jar")) {
          nested.add(new Nested(name + "!" + path, collected.read(zip, name + "!" + path)));
        } else if (Collected.wanted(path)) {
          String inside = withoutRoot(path);
          boolean loader =
              loaderClassesAtRoot && inside.startsWith("org/springframework/boot/loader/");
          byte[] content = collected.read(zip, name + "!" + path);
          if (!loader) {
            collected.add(inside, content);
          }
        }
      }
    }
    return any;
  }

  private void readNested(Nested jar, OwnPackages own, int depth) throws IOException {
    if (depth > collected.deepest()) {
      throw new CannotInspect(
          jar.name()
              + " lies deeper than "
              + collected.deepest()
              + " archives; unpack it and name the inner one.");
    }
    if (!own.appearIn(jar.content(), collected, jar.name())) {
      return;
    }
    List<Nested> inner = new ArrayList<>();
    readEntries(new ByteArrayInputStream(jar.content()), jar.name(), inner);
    for (Nested next : inner) {
      readNested(next, own, depth + 1);
    }
  }

  private static String withoutRoot(String path) {
    for (String root : CLASS_ROOTS) {
      if (path.startsWith(root)) {
        return path.substring(root.length());
      }
    }
    return path;
  }

  private record Nested(String name, byte[] content) {}
}
