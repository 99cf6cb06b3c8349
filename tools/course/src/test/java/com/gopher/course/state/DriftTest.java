package com.gopher.course.state;

import static com.gopher.course.MadeUpCourse.BELL;
import static com.gopher.course.MadeUpCourse.DOOR;
import static com.gopher.course.MadeUpCourse.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTest {

  @TempDir Path directory;
  private MadeUpCourse course;

  @BeforeEach
  void makeTheCourse() {
    course = MadeUpCourse.in(directory);
  }

  @Test
  void aCourseThatFitsHasNone() {
    assertThat(Drift.in(course.home().states())).isEmpty();
  }

  @Test
  void aFileThatIsEditedUnderAnOverlayIsNamedWithIt() {
    course.write(BELL, "class Bell {\n  // third, and edited\n}\n");

    assertThat(Drift.in(course.home().states()))
        .singleElement()
        .asString()
        .startsWith("02-second: " + BELL)
        .contains("edited under its overlay");
  }

  @Test
  void anOverlayThatEqualsWhatIsUnderItIsNamed() {
    course.write(
        "docs/tutorial/01-first/before/" + BELL, "class Bell {\n  // second\n\n  // rings\n}\n");

    assertThat(Drift.in(course.home().states()))
        .anyMatch(it -> it.startsWith("01-first: the overlay of " + BELL + " equals"));
  }

  @Test
  void anAbsentFileThatIsNotThereAnywayIsNamed() {
    course.write("docs/tutorial/01-first/absent.txt", SHOP + "Chimney.java\n");

    assertThat(Drift.in(course.home().states()))
        .anyMatch(it -> it.startsWith("01-first: absent.txt names " + SHOP + "Chimney.java"));
  }

  @Test
  void aRemovedFileThatIsNotThereIsNamed() {
    course.write("docs/tutorial/04-end/removed.txt", SHOP + "Chimney.java\n" + BELL + "\n");

    assertThat(Drift.in(course.home().states()))
        .singleElement()
        .asString()
        .startsWith("04-end: removed.txt names " + SHOP + "Chimney.java");
  }

  @Test
  void aFileThatIsEditedUnderTheEndIsNamed() {
    course.write("docs/tutorial/04-end/after/" + DOOR, "class Door {\n  // bricked up\n}\n");
    course.rebase();
    assertThat(Drift.in(course.home().states())).isEmpty();

    course.write(DOOR, "class Door {\n  // edited\n}\n");

    assertThat(Drift.in(course.home().states()))
        .anyMatch(it -> it.startsWith("04-end: " + DOOR) && it.contains("edited under"));
  }

  @Test
  void onlyOneCheckpointIsTheLastAndNothingIsBeforeItsSolution() {
    course.write("docs/tutorial/02-second/removed.txt", SHOP + "Window.java\n");
    course.write("docs/tutorial/04-end/removed.txt", BELL + "\n");

    assertThat(Drift.in(course.home().states()))
        .anyMatch(it -> it.startsWith("02-second: it begins with the repository, so 03-last"))
        .anyMatch(it -> it.startsWith("02-second: only one checkpoint") && it.contains("04-end"));
  }

  @Test
  void anOverlayWithoutAHashIsNamed() {
    course.write("docs/tutorial/01-first/before.sha256", "");

    assertThat(Drift.in(course.home().states()))
        .anyMatch(it -> it.startsWith("01-first: " + BELL + " has no hash"));
  }
}
