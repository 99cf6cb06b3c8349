package com.gopher.course.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

  @TempDir Path directory;

  @Test
  void aMissingHintAndAnEmptyReasonAreNamed() {
    MadeUpCourse course = MadeUpCourse.in(directory);
    course.write("docs/tutorial/02-second/hints.md", "## Hint 1\n\nGentle.\n\n## Hint 2\n\nAll.\n");
    course.write("docs/tutorial/02-second/why.md", "\n");

    assertThat(PagesOf.complaints(course.home().course().find("2").orElseThrow()))
        .containsExactly("02-second has 2 hints and not 3", "02-second has no reason");
    assertThat(PagesOf.complaints(course.home().course().first())).isEmpty();
  }
}
