package com.gopher.course.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.tree.CourseHome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code that a checkpoint's pages quote is code of its start or of its solution. */
class QuotedCodeTest {

  private static final States STATES = new CourseHome(MadeUpCourse.repository()).states();
  private static final Pattern BLOCK =
      Pattern.compile("^```(?:java|sql)\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  static List<Checkpoint> checkpoints() {
    return STATES.course().checkpoints();
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void eachLineIsInTheProject(Checkpoint checkpoint) throws IOException {
    String code = code(STATES.startOf(checkpoint)) + code(STATES.solutionOf(checkpoint));
    for (String page : List.of("README.md", "hints.md", "why.md")) {
      assertThat(missing(Files.readString(checkpoint.folder().resolve(page)), code))
          .as(checkpoint.name() + "/" + page)
          .isEmpty();
    }
  }

  @Test
  void aLineThatIsNowhereIsNamed() {
    String page = "# A page\n\n```java\nclass Bell {\n  ring(twice);\n  ...\n}\n```\n";

    assertThat(missing(page, "class Bell { void ring() { } }")).containsExactly("ring(twice);");
    assertThat(missing(page, "class Bell { void ring() { ring( twice ); } }")).isEmpty();
  }

  /** An ellipsis stands for whatever the learner has there. */
  private static List<String> missing(String page, String code) {
    var missing = new ArrayList<String>();
    String all = code.replaceAll("\\s", "");
    for (String block : BLOCK.matcher(page).results().map(it -> it.group(1)).toList()) {
      for (String line : block.lines().map(String::strip).toList()) {
        for (String part : line.replaceAll("\\s", "").split("\\.\\.\\.")) {
          if (!all.contains(part)) {
            missing.add(line);
          }
        }
      }
    }
    return missing;
  }

  private static String code(Tree tree) {
    return tree.paths().stream()
        .filter(path -> path.endsWith(".java"))
        .map(path -> tree.text(path).orElseThrow())
        .collect(Collectors.joining("\n"));
  }
}
