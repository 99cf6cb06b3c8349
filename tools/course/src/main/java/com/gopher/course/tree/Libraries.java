package com.gopher.course.tree;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the two ready jars, with sources and poms, as a Maven repository inside a tree. */
public final class Libraries {

  private static final List<String> NAMES = List.of("foundation", "data-ownership");

  /**
   * Not the repository's own: what Maven keeps of them must not be taken for a module of the clone.
   */
  static final String VERSION = "1.0.0-course-SNAPSHOT";

  private static final String BUILT = "1.0.0-SNAPSHOT";

  private Libraries() {}

  public static void write(CourseHome home, Path tree) {
    for (String name : NAMES) {
      Path module = home.root().resolve(name);
      Path jar = module.resolve("target").resolve(name + "-" + BUILT + ".jar");
      if (!Files.exists(jar)) {
        throw new CouldNotRun(
            jar + " is missing. Nothing was changed. ./shop builds it when started as a script.");
      }
      Path folder = tree.resolve("lib").resolve("com/gopher").resolve(name).resolve(VERSION);
      String base = name + "-" + VERSION;
      try {
        Files.createDirectories(folder);
        Files.copy(jar, folder.resolve(base + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        writeSources(
            module.resolve("src").resolve("main").resolve("java"),
            folder.resolve(base + "-sources.jar"));
        Files.writeString(
            folder.resolve(base + ".pom"),
            LibraryPom.of(home.root().resolve("pom.xml"), module.resolve("pom.xml"), name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void writeSources(Path sources, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> found = Files.walk(sources)) {
      for (Path source : found.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(sources.relativize(source).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(source));
        zip.closeEntry();
      }
    }
  }
}
