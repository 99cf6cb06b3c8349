package com.gopher.course.check;

import com.gopher.course.tree.CourseHome;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars that a program of the learner's is compiled and run with: those in its own jar. */
final class Libraries {

  private static final String INSIDE = "BOOT-INF/lib/";

  private final CourseHome home;

  Libraries(CourseHome home) {
    this.home = home;
  }

  /** Unpacks those that are not there yet; what both programs need is kept once. */
  List<Path> of(Program program) {
    Path built = home.root().resolve(program.folder()).resolve("target").resolve(program.jar());
    if (!Files.exists(built)) {
      throw new CouldNotRun(
          built + " is missing. Nothing was checked. ./shop builds it when started as a script.");
    }
    try (ZipFile jar = new ZipFile(built.toFile())) {
      List<ZipEntry> inside =
          jar.stream()
              .filter(entry -> entry.getName().startsWith(INSIDE))
              .filter(entry -> entry.getName().endsWith(".jar"))
              .<ZipEntry>map(entry -> entry)
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      var libraries = new ArrayList<Path>();
      for (ZipEntry library : inside) {
        libraries.add(unpacked(jar, library));
      }
      return libraries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * At a place named by its content, the same for each build, so that what passed before counts.
   */
  private Path unpacked(ZipFile jar, ZipEntry library) throws IOException {
    Path directory = home.cache().resolve("libraries").resolve(Long.toHexString(library.getCrc()));
    Path target = directory.resolve(library.getName().substring(INSIDE.length()));
    if (!Files.exists(target)) {
      Files.createDirectories(directory);
      Path unfinished = Files.createTempFile(directory, "unfinished", ".tmp");
      try (var content = jar.getInputStream(library)) {
        Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }
}
