package com.gopher.course.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.tree.CourseHome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new computer: a fresh clone, and a Maven that has nothing. It may fetch from what this
 * computer's Maven has, and from nowhere once the computer is prepared.
 */
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Maven of this test is a POSIX script")
class PrepareTest {

  private static final CourseHome REPOSITORY = new CourseHome(MadeUpCourse.repository());

  /** As far as the figure that is announced may be from what is fetched, in megabytes. */
  private static final Offset<Long> TOLERANCE = within(10L);

  private static final String NOWHERE = "http://127.0.0.1:9/nothing";

  @TempDir Path directory;

  /** A command, and what came of it. */
  private record Outcome(int exit, String output) {}

  @Test
  void afterPrepareTheCourseWorksWithoutANetwork() throws Exception {
    Path clone = copyOfTheRepository();
    Path fetched = Files.createDirectory(directory.resolve("fetched"));
    mavenFetchesFrom(
        Path.of(System.getProperty("user.home"), ".m2", "repository").toUri().toString(), fetched);

    Outcome castle = start(clone, "hall");
    assertThat(castle.output()).contains("about " + announced("castle") + " MB");
    assertThat(clone.resolve("extracted-tracker/target")).doesNotExist();
    long forTheCastle = megabytes(fetched);
    Outcome city = start(clone, "contract");
    assertThat(city.output()).contains("about " + announced("city") + " MB");
    long forTheCity = megabytes(fetched) - forTheCastle;
    Outcome prepare = run(clone, "./shop", "tutorial", "prepare");
    assertThat(prepare.exit()).as(prepare.output()).isZero();
    assertThat(prepare.output()).contains("about " + announced("prepare") + " MB");
    long forMaven = megabytes(fetched) - forTheCastle - forTheCity;

    // Anything that were fetched now would fail.
    mavenFetchesFrom(NOWHERE, fetched);
    assertCheckFails(clone, "walls");
    assertCheckFails(clone, "building");
    assertThat(verified("building")).contains("BUILD SUCCESS");

    String measured =
        "castle %d, city %d, prepare %d".formatted(forTheCastle, forTheCity, forMaven);
    assertThat(forTheCastle).as(measured).isCloseTo(announced("castle"), TOLERANCE);
    assertThat(forTheCity).as(measured).isCloseTo(announced("city"), TOLERANCE);
    assertThat(forMaven).as(measured).isCloseTo(announced("prepare"), TOLERANCE);
  }

  private Outcome start(Path clone, String slug) throws Exception {
    Outcome start = run(clone, "./shop", "tutorial", "start", slug, "../" + slug);
    assertThat(start.exit()).as(start.output()).isZero();
    return start;
  }

  private void assertCheckFails(Path clone, String slug) throws Exception {
    start(clone, slug);
    Outcome check = run(directory.resolve(slug), "./shop", "tutorial", "check");
    assertThat(check.exit()).as(check.output()).isOne();
    assertThat(check.output()).contains("Expected:", "Found:", "Try:");
  }

  private String verified(String slug) throws Exception {
    String maven = directory.resolve("bin").resolve("mvn").toString();
    return run(
            directory.resolve(slug),
            maven,
            "-o",
            "-B",
            "verify",
            "-Dtest=MoneyTest",
            "-Dsurefire.failIfNoSpecifiedTests=false")
        .output();
  }

  private static long announced(String stage) {
    return REPOSITORY.megabytesToFetch(stage);
  }

  private static long megabytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum()
          / 1_000_000;
    }
  }

  /** Without what was built, which is in no clone. */
  private Path copyOfTheRepository() throws Exception {
    Path root = REPOSITORY.root();
    Path clone = directory.resolve("clone");
    Process git =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
            .directory(root.toFile())
            .start();
    String files = new String(git.getInputStream().readAllBytes());
    for (String file : files.split("\0")) {
      if (Files.exists(root.resolve(file))) {
        Files.createDirectories(clone.resolve(file).getParent());
        Files.copy(root.resolve(file), clone.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return clone;
  }

  /** A Maven for the script to find, with the directory as all that it has. */
  private void mavenFetchesFrom(String url, Path has) throws IOException {
    Path settings =
        Files.writeString(
            directory.resolve("settings.xml"),
            "<settings><mirrors><mirror><id>central</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>"
                .formatted(url));
    Path script = directory.resolve("bin").resolve("mvn");
    Files.createDirectories(script.getParent());
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' -s '%s' -Dmaven.repo.local='%s' \"$@\"\n"
            .formatted(mavenOfThisComputer(), settings, has));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path mavenOfThisComputer() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(place -> Path.of(place, "mvn"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private Outcome run(Path in, String... words) throws Exception {
    var builder = new ProcessBuilder(new ArrayList<>(List.of(words))).directory(in.toFile());
    builder.redirectErrorStream(true);
    builder
        .environment()
        .merge(
            "PATH",
            directory.resolve("bin").toString(),
            (before, ours) -> ours + File.pathSeparator + before);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    return new Outcome(process.waitFor(), output);
  }
}
