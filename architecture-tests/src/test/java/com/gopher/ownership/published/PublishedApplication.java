package com.gopher.ownership.published;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An application whose jars are in the public Maven repository.
 *
 * @param artifacts {@code group:artifact:version} of each jar
 */
record PublishedApplication(String name, List<String> artifacts) {

  static List<PublishedApplication> all() {
    return resource("applications.txt").stream()
        .map(line -> line.split("\\s+"))
        .map(
            words ->
                new PublishedApplication(words[0], Arrays.asList(words).subList(1, words.length)))
        .toList();
  }

  /** The lines of a resource, without comments. */
  static List<String> resource(String name) {
    try (InputStream in = PublishedApplication.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets Maven fetch the jars, and nothing that they depend on, into a directory. */
  List<Path> fetch(Path directory) throws IOException, InterruptedException {
    Path project = Files.createDirectories(directory.resolve(name));
    Files.writeString(project.resolve("pom.xml"), pom());
    int code =
        new ProcessBuilder(
                maven(),
                "-B",
                "-q",
                "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies",
                "-DoutputDirectory=jars")
            .directory(project.toFile())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          "Maven could not fetch " + artifacts + "; see what it said above.");
    }
    try (var jars = Files.list(project.resolve("jars"))) {
      return jars.sorted().toList();
    }
  }

  private String pom() {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>published</groupId>
          <artifactId>published</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <dependencies>
        %s
          </dependencies>
        </project>
        """
        .formatted(
            artifacts.stream()
                .map(PublishedApplication::dependency)
                .collect(Collectors.joining("\n")));
  }

  private static String dependency(String artifact) {
    String[] parts = artifact.split(":");
    return """
            <dependency>
              <groupId>%s</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
              <exclusions>
                <exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>
              </exclusions>
            </dependency>"""
        .formatted(parts[0], parts[1], parts[2]);
  }

  private static String maven() {
    return File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
  }
}
