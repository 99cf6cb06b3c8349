package com.gopher.course.state;

import static com.gopher.course.MadeUpCourse.BELL;
import static com.gopher.course.MadeUpCourse.DOOR;
import static com.gopher.course.MadeUpCourse.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.course.MadeUpCourse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesTest {

  @TempDir Path directory;
  private MadeUpCourse course;
  private States states;
  private Checkpoint first;
  private Checkpoint second;

  @BeforeEach
  void readTheCourse() {
    course = MadeUpCourse.in(directory);
    states = course.home().states();
    first = states.course().find("first").orElseThrow();
    second = states.course().find("02").orElseThrow();
  }

  @Test
  void eachStateIsTheNextOneWithAnOverlay() {
    assertThat(states.startOf(first).text(BELL).orElseThrow()).contains("first");
    assertThat(states.solutionOf(first).text(BELL).orElseThrow()).contains("second");
    assertThat(states.startOf(second).text(BELL).orElseThrow()).contains("second");
    assertThat(states.solutionOf(second).text(BELL).orElseThrow()).contains("third");
  }

  @Test
  void aFileIsThereWhenItsCheckpointIsSolved() {
    assertThat(states.startOf(second).has(DOOR)).isFalse();
    assertThat(states.solutionOf(second).has(DOOR)).isTrue();
  }

  @Test
  void aGivenFileIsNewAtTheStartAndNoPartOfTheSolutionBefore() {
    assertThat(states.solutionOf(first).has(SHOP + "Window.java")).isFalse();
    assertThat(states.newAt(second).paths()).containsExactly(SHOP + "Window.java");
  }

  @Test
  void whatIsSelectedLaterOrNeverIsNotThere() {
    assertThat(states.solutionOf(second).paths())
        .doesNotContain("docs/contract/order.json", SHOP + "Secret.java")
        .contains("pom.xml", "README.md", "shop", "shop.cmd", "monolith/pom.xml");
  }

  @Test
  void aFolderWithoutFactsIsAStateAndNoCheckpoint() {
    assertThat(states.course().checkpoints())
        .extracting(Checkpoint::slug)
        .containsExactly("first", "second");
    assertThat(states.solutionOf(second).has(SHOP + "Nothing.java")).isFalse();
  }

  @Test
  void theRepositoryIsTheStartOfTheLastCheckpointAndNotItsSolution() {
    course.checkpoint("04-end", "The end", DOOR);
    course.write("docs/tutorial/04-end/removed.txt", "# what is dead\n" + DOOR + "\n");
    course.write("docs/tutorial/04-end/after/" + BELL, "class Bell {}\n");
    states = course.home().states();
    Checkpoint end = states.course().find("end").orElseThrow();

    assertThat(states.startOf(end).has(DOOR)).isTrue();
    assertThat(states.startOf(end).text(BELL).orElseThrow()).contains("third");
    assertThat(states.solutionOf(end).has(DOOR)).isFalse();
    assertThat(states.solutionOf(end).text(BELL)).hasValue("class Bell {}\n");
    assertThat(states.solutionOf(second).has(DOOR)).isTrue();
    assertThat(states.solutionOf(second).text(BELL).orElseThrow()).contains("third");
  }

  @Test
  void aMisspeltKeyIsRefusedByName() {
    course.write("docs/tutorial/01-first/checkpoint.yml", "titel: x\n");

    assertThatThrownBy(() -> course.home().course())
        .isInstanceOf(UnusableCourseException.class)
        .hasMessageContaining("titel");
  }
}
