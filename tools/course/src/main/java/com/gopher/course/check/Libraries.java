package com.gopher.course.check;

import com.gopher.course.tree.CourseHome;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars that the learner's shop is compiled and run with: those in the shop's own jar. */
final class Libraries {

  private static final String INSIDE = "BOOT-INF/lib/";

  private final CourseHome home;

  Libraries(CourseHome home) {
    this.home = home;
  }

  /** Unpacks them once for each build of the shop. */
  List<Path> all() {
    Path shop = home.root().resolve("monolith").resolve("target").resolve("gopher-shop.jar");
    if (!Files.exists(shop)) {
      throw new CouldNotRun(
          shop + " is missing. Nothing was checked. ./shop builds it when started as a script.");
    }
    try {
      Path unpacked = home.cache().resolve("libraries-" + version(shop));
      if (!Files.exists(unpacked)) {
        unpack(shop, unpacked);
      }
      try (Stream<Path> jars = Files.list(unpacked)) {
        return jars.sorted().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(Path shop) throws IOException {
    return Long.toHexString(Files.size(shop))
        + "-"
        + Long.toHexString(Files.getLastModifiedTime(shop).toMillis());
  }

  private void unpack(Path shop, Path target) throws IOException {
    Files.createDirectories(home.cache());
    Path unfinished = Files.createTempDirectory(home.cache(), "libraries-");
    try (ZipFile jar = new ZipFile(shop.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(INSIDE) && name.endsWith(".jar")) {
          try (var content = jar.getInputStream(entry)) {
            Files.copy(content, unfinished.resolve(name.substring(INSIDE.length())));
          }
        }
      }
    }
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(target)) {
        throw e;
      }
      Scratch.delete(unfinished);
    }
  }
}
