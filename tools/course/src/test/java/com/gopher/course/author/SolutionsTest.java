package com.gopher.course.author;

import static com.gopher.course.MadeUpCourse.BELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.tree.CourseHome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionsTest {

  @TempDir Path directory;
  private MadeUpCourse course;

  @BeforeEach
  void makeTheCourse() {
    course = MadeUpCourse.in(directory);
  }

  @Test
  void thePagesOfThisRepositoryAreUpToDate() {
    assertThat(of(new CourseHome(MadeUpCourse.repository())).namesOfStale())
        .as("./shop tutorial author solutions writes them")
        .isEmpty();
  }

  @Test
  void aPageShowsWhatTheSolutionChanges() {
    assertThat(of(course.home()).write()).containsExactly("01-first", "02-second");

    assertThat(directory.resolve("docs/tutorial/01-first/solution.md"))
        .content()
        .contains("-  // first", "+  // second", "--- a/" + BELL);
    assertThat(of(course.home()).namesOfStale()).isEmpty();
  }

  @Test
  void anEditOfTheSolutionMakesItsPageStale() {
    of(course.home()).write();
    course.write(BELL, "class Bell {\n  // fourth\n\n  // rings\n}\n");

    assertThat(of(course.home()).namesOfStale()).containsExactly("02-second");
    assertThat(of(course.home()).write()).containsExactly("02-second");
  }

  private static Solutions of(CourseHome home) {
    return new Solutions(home.states());
  }
}
