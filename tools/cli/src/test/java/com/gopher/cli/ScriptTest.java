package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
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

  private static final String CITY =
      "-pl extracted-tracker,gateway,tools/broker,tools/distributed-monolith,tools/tracing,tools/discovery,tools/sabotage -am";

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
            "gateway/target/gateway.jar",
            "tools/broker/target/lib/broker.jar",
            "tools/distributed-monolith/target/distributed-monolith.jar",
            "tools/tracing/target/tracing.jar",
            "tools/discovery/target/discovery.jar",
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

  /** Without a mark of its own the script goes by what Maven has built. */
  @Test
  void aToolThatIsOlderThanItsSourceIsBuilt() throws Exception {
    installMaven();
    write("tools/lab/src/main/Lab.java", Instant.now().minusSeconds(5));

    run(Map.of());

    assertThat(mavenRan()).isTrue();
  }

  @Test
  void theCityIsBuiltWhenItIsNeededAndThenKeptUpToDate() throws Exception {
    installMaven();
    for (String product :
        List.of(
            "monolith/target/gopher-shop.jar",
            "extracted-tracker/target/gotracker.jar",
            "tools/sabotage/target/sabotage.jar")) {
      Files.delete(root.resolve(product));
    }

    assertThat(run(Map.of(), "tutorial", "start")).doesNotContain("MB");
    assertThat(whatMavenWasTold()).contains("-pl monolith,tools/cli -am");
    run(Map.of(), "up", "castle");
    assertThat(mavenRan()).isFalse();

    assertThat(run(Map.of(), "up", "castle", "--gateway")).contains("Building the city");
    assertThat(whatMavenWasTold()).contains(CITY);
    assertThat(run(Map.of(), "up", "--detach", "city")).contains("Building the city");
    assertThat(whatMavenWasTold()).contains(CITY);
    assertThat(run(Map.of(), "up", "distributed-monolith")).contains("Building the city");
    assertThat(whatMavenWasTold()).contains(CITY);

    write("extracted-tracker/target/gotracker.jar", Instant.now());
    write("tools/sabotage/target/sabotage.jar", Instant.now());
    run(Map.of(), "status");
    assertThat(mavenRan()).isFalse();
    write("extracted-tracker/src/main/Tracker.java", Instant.now().plusSeconds(5));
    run(Map.of(), "status");
    assertThat(whatMavenWasTold()).contains(CITY);
    Files.delete(root.resolve("extracted-tracker/src/main/Tracker.java"));
    write("foundation/src/main/Outbox.java", Instant.now().plusSeconds(10));
    run(Map.of(), "status");
    assertThat(whatMavenWasTold())
        .as("both stand on it")
        .contains("-pl monolith,tools/cli,extracted-tracker,gateway");
  }

  @Test
  void theCommandLineItselfMayAskForTheCityAlone() throws Exception {
    installMaven();
    Files.delete(root.resolve("tools/sabotage/target/sabotage.jar"));
    write("monolith/src/main/Shop.java", Instant.now());

    assertThat(run(Map.of("SHOP_BUILD_ONLY", "city"), "tutorial", "next"))
        .contains("Building the city", "exit 0");
    assertThat(whatMavenWasTold()).contains(CITY);
  }

  @Test
  void theFirstBuildSaysHowMuchIsFetchedAndShowsHowFarItIs() throws Exception {
    write("docs/results/fetched.txt", Instant.now());
    Files.writeString(root.resolve("docs/results/fetched.txt"), "castle 42\ncity 7\n");
    Files.delete(root.resolve("monolith/target/gopher-shop.jar"));
    Files.delete(root.resolve("extracted-tracker/target/gotracker.jar"));
    executable(
        "installed/mvn",
        """
        echo '[INFO] Building Gopher Shop (the castle) 1.0.0-SNAPSHOT             [4/8]'
        echo '[INFO] Downloaded from central: https://example.org/a.jar (9.8 MB at 2.0 MB/s)'
        echo '[INFO] Downloaded from central: https://example.org/a.pom (1.2 kB at 2.0 kB/s)'
        echo '[INFO] Downloaded from central: https://example.org/b.jar (1.1 MB at 2.0 MB/s)'
        echo '[ERROR] The mortar is missing.'
        exit 1\
        """);

    assertThat(run(Map.of(), "faults"))
        .containsSubsequence(
            "at most about 49 MB",
            "[4/8] Gopher Shop (the castle)",
            "10 MB fetched",
            "The mortar is missing",
            "The build failed",
            "exit 2")
        .doesNotContain("example.org");
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
  private String run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(root.resolve("shop").toString()));
    command.addAll(words.length == 0 ? List.of("status") : List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
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

  /** Once: it is forgotten then. */
  private String whatMavenWasTold() throws IOException {
    Path note = root.resolve("maven-ran");
    String words = Files.readString(note);
    Files.delete(note);
    return words;
  }

  private void installMaven() throws IOException {
    executable(
        "installed/mvn",
        "printf '\\033[0m'; echo \"$@\" >'"
            + root.resolve("maven-ran")
            + "'; touch '"
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
