package com.gopher.course.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the last checkpoint prints for git, typed in a learner's tree. */
@Tag("seconds")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the lines are for a shell")
class WingPageTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final String SHOP_TEST = "monolith/src/test/java/com/gophershop/ShopTest.java";
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir Path directory;

  @Test
  void whatThePagesDeleteIsWhatTheSolutionDeletesAndComesBack() throws Exception {
    Checkpoint wing = HOME.course().find("wing").orElseThrow();
    States states = HOME.states();
    try (LearnerTree tree = LearnerTree.write(directory, HOME, wing)) {
      lines(wing, "hints.md").forEach(this::type);
      assertThat(tree.files().without(List.of(SHOP_TEST)))
          .isEqualTo(states.solutionOf(wing).without(List.of(SHOP_TEST)));

      String wayBack = lines(wing, "README.md").get(1);
      assertThat(wayBack).contains("git restore");
      type(wayBack);
      Tree back = tree.files();

      assertThat(back).isEqualTo(states.startOf(wing));
    }
  }

  private static List<String> lines(Checkpoint checkpoint, String page) throws IOException {
    return BLOCK
        .matcher(Files.readString(checkpoint.folder().resolve(page)))
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private void type(String lines) {
    try {
      Process shell =
          new ProcessBuilder("sh", "-e", "-c", lines)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(shell.getInputStream().readAllBytes());
      assertThat(shell.waitFor()).as(output).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(lines, e);
    }
  }
}
