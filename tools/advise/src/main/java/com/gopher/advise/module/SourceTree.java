package com.gopher.advise.module;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source files of a project as they lie on disk, and what builds them. */
public final class SourceTree {

  private static final Pattern MAIN_SOURCE =
      Pattern.compile(
          "(.*/|)src/main/(?:java|kotlin|groovy|scala)/(.+\\.(?:java|kt|groovy|scala))");
  private static final Set<String> NOT_SOURCES =
      Set.of("target", "build", "node_modules", "out", "bin");
  private static final Set<String> BUILD_FILES =
      Set.of("pom.xml", "build.gradle", "build.gradle.kts");
  private static final int MOST_FILES = 500_000;

  private final Path directory;
  private final List<Source> found = new ArrayList<>();
  private final Set<String> withBuildFile = new TreeSet<>();
  private final Set<String> withClasses = new TreeSet<>();
  private int outputsOfGradle;
  private final Map<String, String> fileOfSource = new TreeMap<>();
  private final Map<String, Set<String>> packagesOfBuild = new TreeMap<>();
  private int files;

  /**
   * A main source file.
   *
   * @param build the directory that its source root lies in
   * @param below its name below its source root
   */
  private record Source(String file, String build, String below) {}

  private SourceTree(Path directory) {
    this.directory = directory;
  }

  /** Walks a project's directory; build output and hidden directories are left out. */
  public static SourceTree of(Path directory) throws IOException {
    SourceTree tree = new SourceTree(directory);
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            String name = String.valueOf(visited.getFileName());
            if (visited.equals(directory)) {
              return FileVisitResult.CONTINUE;
            }
            if (hasClasses(visited, name)) {
              tree.withClasses.add(tree.relative(visited.getParent()));
              tree.outputsOfGradle += name.equals("build") ? 1 : 0;
            }
            return name.startsWith(".") || NOT_SOURCES.contains(name) && !isPackage(visited)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            tree.add(file);
            return ++tree.files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
          }
        });
    tree.choose();
    return tree;
  }

  private String relative(Path path) {
    return directory.relativize(path).toString().replace('\\', '/');
  }

  private static boolean hasClasses(Path visited, String name) {
    return (name.equals("target") || name.equals("build"))
        && Files.isDirectory(visited.resolve("classes"));
  }

  /** Below a source root, a folder named build is a package. */
  private static boolean isPackage(Path visited) {
    return visited.toString().replace('\\', '/').contains("/src/");
  }

  private void add(Path path) {
    if (BUILD_FILES.contains(String.valueOf(path.getFileName()))) {
      withBuildFile.add(relative(path.getParent()));
    }
    String file = relative(path);
    Matcher source = MAIN_SOURCE.matcher(file);
    if (source.matches()) {
      found.add(new Source(file, source.group(1).replaceAll("/$", ""), source.group(2)));
    }
  }

  /**
   * Sources that nothing builds, such as samples and templates, are none of the project. What was
   * compiled shows which they are; before that, a build file beside them does.
   */
  private void choose() {
    Set<String> builds = withClasses.isEmpty() ? withBuildFile : withClasses;
    boolean none = found.stream().noneMatch(source -> builds.contains(source.build()));
    for (Source source : found) {
      if (none || builds.contains(source.build())) {
        fileOfSource.putIfAbsent(source.below(), source.file());
        int end = source.below().lastIndexOf('/');
        packagesOfBuild
            .computeIfAbsent(source.build(), name -> new TreeSet<>())
            .add(end < 0 ? "" : source.below().substring(0, end));
      }
    }
  }

  /** Whether anything here was compiled by Maven or Gradle. */
  public boolean isCompiled() {
    return !withClasses.isEmpty();
  }

  /** Whether most of what was compiled here lies where Gradle puts it, and not where Maven does. */
  public boolean isCompiledByGradle() {
    return 2 * outputsOfGradle > withClasses.size();
  }

  /** Folders below their source roots, by the directory of the Maven or Gradle module. */
  Map<String, Set<String>> packagesOfBuild() {
    return packagesOfBuild;
  }

  /** All main source files, below their source roots. */
  Set<String> sources() {
    return fileOfSource.keySet();
  }

  /**
   * The project's file of a source file that is named below its source root, such as {@code
   * com/acme/Order.java}; as it is, if there is none.
   */
  public String fileOf(String source) {
    return fileOfSource.getOrDefault(source, source);
  }

  /** What to type so that there are compiled classes; empty if no build is known here. */
  public Optional<String> buildCommand() {
    String wrapper = Files.exists(directory.resolve("mvnw")) ? "./mvnw" : "mvn";
    if (Files.exists(directory.resolve("pom.xml"))) {
      return Optional.of(wrapper + " -DskipTests compile");
    }
    boolean gradle =
        List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
            .stream()
            .anyMatch(name -> Files.exists(directory.resolve(name)));
    if (gradle) {
      return Optional.of(
          Files.exists(directory.resolve("gradlew")) ? "./gradlew classes" : "gradle classes");
    }
    return Optional.empty();
  }
}
