package com.gopher.ownership.locate;

import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Maven and Gradle put what they compile.
 *
 * @param root the directory of classes or resources
 */
record BuildOutput(Path root, Build build) {

  private static final List<String> MAIN =
      List.of(
          "target/classes",
          "build/classes/java/main",
          "build/classes/kotlin/main",
          "build/classes/groovy/main",
          "build/resources/main");
  private static final List<String> TEST =
      List.of(
          "target/test-classes",
          "build/classes/java/test",
          "build/classes/kotlin/test",
          "build/classes/groovy/test",
          "build/resources/test");

  /**
   * The output of one project.
   *
   * @param name how its directory is called in the application
   */
  static List<BuildOutput> of(Path project, String name, boolean tests) {
    List<BuildOutput> found = new ArrayList<>(existing(project, name, MAIN));
    if (tests) {
      found.addAll(existing(project, name, TEST));
    }
    return found;
  }

  /** A directory that is named itself: it may be the output of a build. */
  static BuildOutput named(Path directory) {
    Path whole = directory.toAbsolutePath().normalize();
    for (List<String> outputs : List.of(MAIN, TEST)) {
      for (String output : outputs) {
        Path tail = Path.of(output);
        if (whole.endsWith(tail) && whole.getNameCount() > tail.getNameCount()) {
          Path project = whole.getName(whole.getNameCount() - tail.getNameCount() - 1);
          return new BuildOutput(directory, new Build(kind(output), project.toString()));
        }
      }
    }
    return new BuildOutput(directory, Build.UNKNOWN);
  }

  /** A project may hold further projects, but its build directories hold only its own output. */
  static FileVisitResult below(Path project) {
    String name = project.getFileName() == null ? "" : project.getFileName().toString();
    return name.equals("target") || name.equals("build")
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  private static List<BuildOutput> existing(Path project, String name, List<String> outputs) {
    return outputs.stream()
        .filter(output -> Files.isDirectory(project.resolve(output)))
        .map(output -> new BuildOutput(project.resolve(output), new Build(kind(output), name)))
        .toList();
  }

  private static Build.Kind kind(String output) {
    return output.startsWith("target") ? Build.Kind.MAVEN : Build.Kind.GRADLE;
  }
}
