package com.gopher.course.check;

import com.gopher.course.state.FileHash;
import com.gopher.course.tree.CourseHome;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
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

  /** Unpacks them once, and again when a build of the program has other ones. */
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

  /** The same for each build with the same libraries, so that what passed before counts. */
  private static String version(Path built) throws IOException {
    try (ZipFile jar = new ZipFile(built.toFile())) {
      String content =
          jar.stream()
              .filter(Libraries::isLibrary)
              .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
              .sorted()
              .collect(Collectors.joining());
      return FileHash.of(content.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
  }

  private static boolean isLibrary(ZipEntry entry) {
    return entry.getName().startsWith(INSIDE) && entry.getName().endsWith(".jar");
  }

  private void unpack(Path built, Path target) throws IOException {
    Files.createDirectories(home.cache());
    Path unfinished = Files.createTempDirectory(home.cache(), "libraries-");
    try (ZipFile jar = new ZipFile(built.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (isLibrary(entry)) {
          try (var content = jar.getInputStream(entry)) {
            Files.copy(content, unfinished.resolve(entry.getName().substring(INSIDE.length())));
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
