package com.gopher.lab.compare.experiment.upgrade;

import com.gopher.lab.compare.system.ShippingCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds a copy of the sources in which the code that ships gives its parcels another kind of
 * number: the same command as for the original, with everything at hand that an earlier build left
 * behind.
 */
final class UpgradeBuild {

  static final String OLD_PREFIX = "GT-";
  static final String NEW_PREFIX = "GN-";

  /** What shop and tracker are both built with and tested with. */
  private static final List<Path> BEFORE =
      List.of(Path.of("foundation"), Path.of("tools", "broker"));

  private static final Set<String> NOT_COPIED = Set.of(".git", ".shop", "launch", "node_modules");

  /** Maven lives too short for the second compiler to pay. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final long PATIENCE_MINUTES = 10;

  private final Path home;
  private final ShippingCode code;
  private final Path copy;

  /**
   * @param home of the original
   * @param copy an empty directory
   */
  UpgradeBuild(Path home, ShippingCode code, Path copy) {
    this.home = home;
    this.code = code;
    this.copy = copy;
  }

  /**
   * @param seconds from the command to its end
   * @param classes how many were compiled, though one was changed
   * @param packages how many these are in
   * @param bytes of the file that has to be brought to where it runs
   */
  record Product(Path jar, double seconds, int classes, int packages, long bytes) {}

  /**
   * @throws IOException if it cannot be built; what was said is in the message
   */
  Product build() throws IOException, InterruptedException {
    copySources();
    change();
    // Some file systems keep whole seconds only.
    long before = System.currentTimeMillis() / 1_000 * 1_000;
    long begin = System.nanoTime();
    String refusal = maven("-o");
    if (!refusal.isEmpty()) {
      // Somebody who built with another local repository has not all of it at hand.
      begin = System.nanoTime();
      refusal = maven();
    }
    if (!refusal.isEmpty()) {
      throw new IOException("The changed " + code.module() + " could not be built: " + refusal);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Path jar = copy.resolve(Path.of(code.module(), "target")).resolve(code.jar().getFileName());
    List<Path> compiled = compiledSince(before);
    return new Product(
        jar,
        seconds,
        compiled.size(),
        (int) compiled.stream().map(Path::getParent).distinct().count(),
        Files.size(jar));
  }

  private void copySources() throws IOException {
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Path below = home.relativize(directory);
            if (NOT_COPIED.contains(below.getFileName().toString())
                || (below.endsWith("target") && !isBuilt(below))
                || (below.endsWith("src") && !isBuilt(below))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(below.toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path below = home.relativize(file);
            if (isBuilt(below) || below.endsWith("pom.xml")) {
              Files.copy(file, copy.resolve(below.toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private boolean isBuilt(Path below) {
    return BEFORE.stream().anyMatch(below::startsWith) || below.startsWith(code.module());
  }

  private void change() throws IOException {
    Path source =
        copy.resolve(Path.of(code.module(), "src", "main", "java"))
            .resolve(code.packageName().replace('.', '/'))
            .resolve("TrackingNumber.java");
    String before = Files.readString(source);
    String after = before.replace('"' + OLD_PREFIX + '"', '"' + NEW_PREFIX + '"');
    if (after.equals(before)) {
      throw new IOException(source + " has no \"" + OLD_PREFIX + "\" to change");
    }
    Files.writeString(source, after);
  }

  private String maven(String... more) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                File.separatorChar == '\\' ? "mvn.cmd" : "mvn",
                "-q",
                "-B",
                "-f",
                copy.resolve("pom.xml").toString(),
                "-pl",
                code.module(),
                "-am",
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true"));
    command.addAll(List.of(more));
    Path log = copy.resolve("build.log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("MAVEN_OPTS", QUICK_START, (theirs, ours) -> theirs + " " + ours);
    Process build = builder.start();
    build.getOutputStream().close();
    try {
      if (!build.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        return "it took more than " + PATIENCE_MINUTES + " minutes";
      }
      return build.exitValue() == 0 ? "" : Files.readString(log).strip();
    } finally {
      build.descendants().forEach(ProcessHandle::destroy);
      build.destroy();
    }
  }

  private List<Path> compiledSince(long before) throws IOException {
    try (Stream<Path> files = Files.walk(copy)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> file.toFile().lastModified() >= before)
          .toList();
    }
  }
}
