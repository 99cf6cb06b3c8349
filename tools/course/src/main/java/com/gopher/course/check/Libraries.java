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

/** The jars that a program of the learner's is compiled and run with: those in its own jar. */
final class Libraries {

  private static final String INSIDE = "BOOT-INF/lib/";

  private final CourseHome home;

  Libraries(CourseHome home) {
    this.home = home;
  }

  /** Unpacks them once for each build of the program. */
  List<Path> of(Program program) {
    Path built = home.root().resolve(program.folder()).resolve("target").resolve(program.jar());
    if (!Files.exists(built)) {
      throw new CouldNotRun(
          built + " is missing. Nothing was checked. ./shop builds it when started as a script.");
    }
    try {
      Path unpacked = home.cache().resolve("libraries-" + program.folder() + "-" + version(built));
      if (!Files.exists(unpacked)) {
        unpack(built, unpacked);
      }
      try (Stream<Path> jars = Files.list(unpacked)) {
        return jars.sorted().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(Path built) throws IOException {
    return Long.toHexString(Files.size(built))
        + "-"
        + Long.toHexString(Files.getLastModifiedTime(built).toMillis());
  }

  private void unpack(Path built, Path target) throws IOException {
    Files.createDirectories(home.cache());
    Path unfinished = Files.createTempDirectory(home.cache(), "libraries-");
    try (ZipFile jar = new ZipFile(built.toFile())) {
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
