package com.gopher.ownership.locate;

import com.gopher.ownership.finding.CannotInspect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds an application behind a path: a jar, a directory of classes, or a Maven or Gradle project
 * that is built.
 */
public final class Locator {

  private final Limits limits;
  private final boolean tests;

  /**
   * @param tests whether a project's test classes and test resources are read too
   */
  public Locator(Limits limits, boolean tests) {
    this.limits = limits;
    this.tests = tests;
  }

  /** Reads all of the given paths as one application. */
  public Application locate(Collection<Path> paths) {
    Collected collected = new Collected(limits);
    for (Path path : paths) {
      try {
        read(path, paths.size() == 1 ? "" : fileName(path), collected);
      } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
        // The last is how an archive says that the name of an entry is no text.
        throw new CannotInspect(
            path
                + " cannot be read ("
                + e.getMessage()
                + "); name a jar, a directory of classes or a built project.",
            e);
      }
    }
    if (!collected.hasClasses()) {
      throw new CannotInspect(
          paths
              + " holds no compiled classes; compile first (mvn compile, gradle classes) or name another path.");
    }
    return collected.application();
  }

  /**
   * @param name what tells the builds below this path from those below other paths
   */
  private void read(Path path, String name, Collected collected) throws IOException {
    if (Files.isDirectory(path)) {
      for (BuildOutput output : outputs(path, name)) {
        readDirectory(output, collected);
      }
    } else if (Files.isRegularFile(path)) {
      new ArchiveReader(collected)
          .read(() -> Files.newInputStream(path), path.getFileName().toString());
    } else {
      throw new CannotInspect(
          path + " does not exist; name a jar, a directory of classes or a built project.");
    }
  }

  private List<BuildOutput> outputs(Path directory, String prefix) throws IOException {
    List<BuildOutput> builds = new ArrayList<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
            if (!dir.equals(directory)
                && (name.startsWith(".") || name.equals("src") || name.equals("node_modules"))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            List<BuildOutput> outputs =
                BuildOutput.of(dir, below(prefix, directory.relativize(dir)), tests);
            builds.addAll(outputs);
            return outputs.isEmpty() ? FileVisitResult.CONTINUE : BuildOutput.below(dir);
          }
        });
    return builds.isEmpty() ? List.of(BuildOutput.named(directory)) : builds;
  }

  private static String below(String prefix, Path relative) {
    String path = relative.toString().replace('\\', '/');
    return prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "/" + path;
  }

  private static String fileName(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  private void readDirectory(BuildOutput output, Collected collected) throws IOException {
    Path root = output.root();
    collected.addSourcesBeside(root);
    List<Path> files;
    try (var walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String path = root.relativize(file).toString().replace('\\', '/');
      collected.countEntry(root.toString());
      if (Collected.wanted(path)) {
        try (InputStream in = Files.newInputStream(file)) {
          byte[] content = collected.read(in, file.toString());
          collected.spend(content.length, file.toString());
          collected.add(path, content, output.build());
        }
      }
    }
  }
}
