package com.gopher.ownership.locate;

import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where Maven and Gradle put what they compile. */
final class BuildOutput {

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

  private BuildOutput() {}

  static List<Path> of(Path project, boolean tests) {
    List<Path> found = new ArrayList<>(existing(project, MAIN));
    if (tests) {
      found.addAll(existing(project, TEST));
    }
    return found;
  }

  /** A project may hold further projects, but its build directories hold only its own output. */
  static FileVisitResult below(Path project) {
    String name = project.getFileName() == null ? "" : project.getFileName().toString();
    return name.equals("target") || name.equals("build")
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  private static List<Path> existing(Path project, List<String> outputs) {
    return outputs.stream().map(project::resolve).filter(Files::isDirectory).toList();
  }
}
