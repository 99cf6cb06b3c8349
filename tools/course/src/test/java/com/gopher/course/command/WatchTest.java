package com.gopher.course.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Directory;
import com.gopher.course.state.States;
import com.gopher.course.tree.CourseHome;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A learner saves, and looks at a second terminal. */
@Tag("minutes")
class WatchTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path directory;
  private final States states = HOME.states();
  private Path tree;
  private Path said;
  private Process watching;

  /** The command line in a process that can be interrupted. */
  public static final class Terminal {

    private Terminal() {}

    public static void main(String[] words) {
      var console = new Console(System.out, System.err, false);
      var place = new Place(CourseHome.ofThisProcess(), Path.of("").toAbsolutePath());
      new CommandLine(new CheckCommand(console, place)).execute(words);
    }
  }

  @BeforeEach
  void watch() throws IOException {
    tree = directory.resolve("tree");
    said = directory.resolve("said");
    assertThat(Typed.in(directory, HOME, "start", "hall", "tree").exit()).isZero();
    watching =
        new ProcessBuilder(
                Jdk.current().java(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dshop.home=" + HOME.root(),
                Terminal.class.getName(),
                "--watch")
            .directory(tree.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
  }

  @AfterEach
  void end() {
    watching.destroyForcibly();
  }

  @Test
  void eachSaveIsJudgedAndAnInterruptLeavesNothingBehind() throws Exception {
    await().atMost(PATIENCE).ignoreExceptions().until(() -> !unfinished().isEmpty());
    awaitSaid("name is empty");
    Checkpoint hall = HOME.course().find("hall").orElseThrow();

    Directory.write(states.solutionOf(hall).differingFrom(states.startOf(hall)), tree);
    awaitSaid("Solved: checkpoint 1");

    Files.writeString(tree.resolve(MadeUpCourse.SHOP + "Mine.java"), "class Mine { int }\n");
    awaitSaid("Mine.java:1");

    List<ProcessHandle> started = watching.descendants().toList();
    assertThat(started).isNotEmpty();
    Files.writeString(tree.resolve(MadeUpCourse.SHOP + "Mine.java"), "class Mine {}\n");
    awaitSaid("Solved: checkpoint 1", "Checking the journey");
    watching.destroy();

    await().atMost(PATIENCE).until(() -> !watching.isAlive());
    await().atMost(PATIENCE).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(unfinished()).isEmpty();
  }

  /** What was said, in this order. */
  private void awaitSaid(String... words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(Files.readString(said)).containsSubsequence(words));
  }

  /** Directories of the process that watches; tests in another JVM have theirs beside them. */
  private List<String> unfinished() throws IOException {
    try (Stream<Path> found = Files.list(HOME.cache())) {
      return found
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("check-" + watching.pid() + "-"))
          .toList();
    }
  }
}
