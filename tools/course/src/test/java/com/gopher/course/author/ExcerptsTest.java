package com.gopher.course.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.States;
import com.gopher.course.state.UnusableCourseException;
import com.gopher.course.tree.CourseHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code in the pages is cut out of the course's states. */
class ExcerptsTest {

  private static final States STATES = new CourseHome(MadeUpCourse.repository()).states();
  private static final Pattern CODE_WITHOUT_A_SOURCE =
      Pattern.compile("(?<! -->\\R)^```(java|sql)$", Pattern.MULTILINE);

  @Test
  void noExcerptIsStale() {
    assertThat(new Excerpts(STATES).namesOfStale())
        .as("./shop tutorial author excerpts writes them anew")
        .isEmpty();
  }

  @Test
  void allCodeIsCutOut() throws IOException {
    var without = new ArrayList<String>();
    for (Checkpoint checkpoint : STATES.course().checkpoints()) {
      for (String page : List.of("README.md", "hints.md", "why.md")) {
        if (CODE_WITHOUT_A_SOURCE
            .matcher(Files.readString(checkpoint.folder().resolve(page)))
            .find()) {
          without.add(checkpoint.name() + "/" + page);
        }
      }
    }
    assertThat(without).isEmpty();
    assertThat(CODE_WITHOUT_A_SOURCE.matcher("As follows:\n\n```java\nring();\n```\n").find())
        .isTrue();
  }

  @Test
  void aPageIsStaleWhenItsSourceChangesAndIsWrittenAnew(@TempDir Path directory)
      throws IOException {
    MadeUpCourse course = MadeUpCourse.in(directory);
    course.write(
        "docs/tutorial/02-second/hints.md",
        "## Hint 1\n\n<!-- excerpt solution gophershop/Bell.java | class Bell -->\n```java\nold\n```\n");
    var excerpts = new Excerpts(course.home().states());

    assertThat(excerpts.namesOfStale()).containsExactly("02-second/hints.md");
    assertThat(excerpts.write()).containsExactly("02-second/hints.md");
    assertThat(directory.resolve("docs/tutorial/02-second/hints.md"))
        .content()
        .contains("-->\n```java\nclass Bell {\n  // third\n\n  // rings\n}\n```\n");
    assertThat(excerpts.namesOfStale()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "solution gophershop/Bell.java; No excerpt is meant",
        "solution gophershop/Gong.java | class; is not one file",
        "solution gophershop/Bell.java | dong; has no line with: dong",
        "solution gophershop/Bell.java | rings | third; has no line with: third"
      })
  void whatIsNowhereIsNamed(String words, String complaint, @TempDir Path directory) {
    States states = MadeUpCourse.in(directory).home().states();
    Checkpoint checkpoint = states.course().find("second").orElseThrow();

    assertThatThrownBy(() -> Excerpt.of(words).text(states, checkpoint))
        .isInstanceOf(UnusableCourseException.class)
        .hasMessageContaining(complaint);
  }
}
