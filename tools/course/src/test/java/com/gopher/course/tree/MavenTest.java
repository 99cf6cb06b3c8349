package com.gopher.course.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A learner who types {@code mvn verify} instead of our commands. */
@Tag("minutes")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvn is a script there that needs a shell")
class MavenTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());

  /** Repositories that Maven may not reach; what it has fetched before was from central. */
  private static final String MIRROR =
      """
      <settings>
        <mirrors>
          <mirror>
            <id>central</id>
            <mirrorOf>*</mirrorOf>
            <url>http://127.0.0.1:9/nothing</url>
          </mirror>
        </mirrors>
      </settings>
      """;

  /** A Maven that ends before the second compiler pays needs four fifths of the processor time. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  @TempDir Path directory;

  /** What {@code ./shop tutorial prepare} does. */
  @BeforeAll
  static void haveMavenFetchWhatItNeeds(@TempDir Path once) throws Exception {
    Path tree = once.resolve("fetch");
    LearnerTree.write(tree, HOME, checkpoint("building")).close();
    assertThat(maven(tree, "verify", "-Dtest=MoneyTest", "-Dsurefire.failIfNoSpecifiedTests=false"))
        .contains("BUILD SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hall", "walls", "locks"})
  void theSolutionIsVerifiedOfflineBehindAMirrorOfEverything(String slug) throws Exception {
    assertThat(offline(solved(slug))).contains("BUILD SUCCESS");
  }

  @Test
  void theTestsOfATaskThatIsNotDoneAreRed() throws Exception {
    Path tree = directory.resolve("unsolved");
    LearnerTree.write(tree, HOME, checkpoint("walls")).close();

    assertThat(offline(tree, "-Dtest=ModularityTest")).contains("BUILD FAILURE", "ModularityTest");
  }

  private String offline(Path tree, String... more) throws IOException, InterruptedException {
    Path settings = Files.writeString(directory.resolve("settings.xml"), MIRROR);
    var arguments = new ArrayList<>(List.of("-o", "-s", settings.toString(), "verify"));
    arguments.addAll(List.of(more));
    return maven(tree, arguments.toArray(String[]::new));
  }

  private Path solved(String slug) {
    Checkpoint checkpoint = checkpoint(slug);
    Path tree = directory.resolve("a läarner's " + slug);
    LearnerTree.write(tree, HOME, checkpoint).close();
    var states = HOME.states();
    Directory.write(states.solutionOf(checkpoint).differingFrom(states.startOf(checkpoint)), tree);
    return tree;
  }

  private static Checkpoint checkpoint(String slug) {
    return HOME.course().find(slug).orElseThrow();
  }

  private static String maven(Path tree, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("mvn", "-B"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(tree.toFile()).redirectErrorStream(true);
    builder.environment().put("MAVEN_OPTS", SHORT_LIVED);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
  }
}
