package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./shop} in a small tree of its own, with a Maven that only notes that it was
 * called.
 */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "it is a POSIX script; shop.cmd stands in for it there")
@Tag("seconds")
class ScriptTest {

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "sed",
          "head",
          "dirname",
          "cat",
          "find",
          "sort",
          "readlink",
          "mkdir",
          "rm",
          "cut",
          "tr",
          "sleep",
          "touch",
          "mv",
          "uname");

  @TempDir private Path root;

  private Path tools;

  @BeforeEach
  void makeATreeThatLooksBuilt() throws IOException {
    Files.copy(Path.of("..", "..", "shop"), root.resolve("shop"));
    tools = Files.createDirectory(root.resolve("installed"));
    for (String tool : TOOLS) {
      Path installed = Path.of("/usr/bin", tool);
      executable(
          "installed/" + tool,
          "exec " + (Files.exists(installed) ? installed : "/bin/" + tool) + " \"$@\"");
    }
    Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
    for (String source :
        List.of(
            "pom.xml",
            "monolith/pom.xml",
            "monolith/src/main/Shop.java",
            "tools/lab/pom.xml",
            "tools/lab/src/main/Lab.java")) {
      write(source, longAgo);
    }
    for (String product :
        List.of(
            "monolith/target/gopher-shop.jar",
            "monolith/target/gopher-shop-classes.jar",
            "extracted-tracker/target/gotracker.jar",
            "tools/broker/target/lib/broker.jar",
            "tools/sabotage/target/sabotage.jar",
            "tools/cli/target/shop.jar",
            "tools/cli/target/lib/library.jar")) {
      write(product, longAgo.plusSeconds(60));
    }
    for (String directory : List.of("monolith/src/main", "tools/lab/src/main")) {
      Files.setLastModifiedTime(root.resolve(directory), FileTime.from(longAgo));
    }
  }

  @Test
  void nothingIsBuiltWhenNothingChanged() throws Exception {
    installMaven();

    run(Map.of());

    assertThat(mavenRan()).isFalse();
  }

  @Test
  void aChangedSourceIsBuiltOnce() throws Exception {
    installMaven();
    write("monolith/src/main/Shop.java", Instant.now().minusSeconds(5));

    assertThat(run(Map.of())).contains("Building the shop");
    assertThat(mavenRan()).isTrue();
    Files.delete(root.resolve("maven-ran"));
    run(Map.of());
    assertThat(mavenRan()).isFalse();
  }

  @Test
  void aMissingProductIsBuilt() throws Exception {
    installMaven();
    Files.delete(root.resolve("monolith/target/gopher-shop.jar"));

    run(Map.of());

    assertThat(mavenRan()).isTrue();
  }

  @Test
  void aMissingMavenIsNamed() throws Exception {
    Files.delete(root.resolve("tools/cli/target/shop.jar"));

    assertThat(run(Map.of()))
        .contains("Maven (mvn) was not found", "Nothing was built or started", "exit 2");
  }

  @Test
  void aBrokenJdkIsNamed() throws Exception {
    Path broken = root.resolve("broken");
    executable("broken/bin/java", "exit 1");

    assertThat(run(Map.of("JAVA_HOME", broken.toString())))
        .contains("JAVA_HOME names " + broken, "does not start", "exit 2");
    assertThat(run(Map.of("SHOP_JAVA_HOME", broken.toString())))
        .contains("SHOP_JAVA_HOME names " + broken, "does not start", "exit 2");
  }

  @Test
  void anOldJdkIsNotChosen() throws Exception {
    executable("old/bin/java", "exit 0");
    Files.writeString(root.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");

    assertThat(run(Map.of("SHOP_JAVA_HOME", root.resolve("old").toString())))
        .contains("names Java 11; 17 or newer is needed", "exit 2");
  }

  /** Returns what it printed and its exit code. */
  private String run(Map<String, String> environment) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(root.resolve("shop").toString(), "status").redirectErrorStream(true);
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    return output + "exit " + process.waitFor();
  }

  private boolean mavenRan() {
    return Files.exists(root.resolve("maven-ran"));
  }

  private void installMaven() throws IOException {
    executable(
        "installed/mvn",
        "touch '"
            + root.resolve("maven-ran")
            + "' '"
            + root.resolve("monolith/target/gopher-shop.jar")
            + "'");
  }

  private void executable(String file, String command) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + command + "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void write(String file, Instant time) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
    Files.setLastModifiedTime(path, FileTime.from(time));
  }
}
