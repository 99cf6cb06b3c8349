package com.gopher.ownership.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sources beside what was compiled from them, where they are there: bytecode does not know the
 * lines of what has no code. A file is read when it is asked for.
 */
public final class SourceFiles {

  private static final List<String> FOLDERS =
      List.of(
          "src/main/java",
          "src/main/kotlin",
          "src/main/groovy",
          "src/test/java",
          "src/test/kotlin",
          "src/test/groovy");

  /** From {@code build/classes/java/main} to its project. */
  private static final int MOST_LEVELS = 4;

  private final Set<Path> roots = new LinkedHashSet<>();

  /** Looks for sources of the project in whose build output this directory lies. */
  void addBeside(Path output) {
    Path project = output.toAbsolutePath().getParent();
    for (int level = 0; project != null && level < MOST_LEVELS; level++) {
      List<Path> found = FOLDERS.stream().map(project::resolve).filter(Files::isDirectory).toList();
      roots.addAll(found);
      project = found.isEmpty() ? project.getParent() : null;
    }
  }

  /** The text of a source file, or null if it is not there. */
  public @Nullable String find(String packageName, String fileName) {
    for (Path root : roots) {
      Path file = root.resolve(packageName.replace('.', '/')).resolve(fileName);
      if (Files.isRegularFile(file)) {
        try {
          return Files.readString(file);
        } catch (IOException unreadableOrOfAnotherEncoding) {
          return null;
        }
      }
    }
    return null;
  }
}
