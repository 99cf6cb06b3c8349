package com.gopher.course.author;

import static com.gopher.course.MadeUpCourse.BELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.git.LearnerRepository;
import com.gopher.course.git.Step;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Drift;
import com.gopher.course.state.Overlays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebaseTest {

  private static final String SECOND = "docs/tutorial/02-second/before/" + BELL;

  @TempDir Path directory;
  private MadeUpCourse course;

  @BeforeEach
  void commitTheCourse() {
    course = MadeUpCourse.in(directory);
    LearnerRepository.create(
            directory, List.of(new Step("made", "The course\n", Directory.read(directory))))
        .close();
  }

  @Test
  void anEditOfOtherLinesIsMergedIntoEachOverlay() throws Exception {
    course.write(BELL, "class Bell {\n  // third\n\n  // rings twice\n}\n");

    List<String> report = rebase();

    assertThat(report).hasSize(2).allMatch(line -> line.endsWith(" merged."));
    assertThat(Files.readString(directory.resolve(SECOND)))
        .isEqualTo("class Bell {\n  // second\n\n  // rings twice\n}\n");
    assertThat(Files.readString(directory.resolve("docs/tutorial/01-first/before/" + BELL)))
        .isEqualTo("class Bell {\n  // first\n\n  // rings twice\n}\n");
    assertThat(Drift.in(course.home().states())).isEmpty();
  }

  @Test
  void anEditOfTheSameLinesIsReportedAndChangesNothing() throws Exception {
    String overlay = Files.readString(directory.resolve(SECOND));
    course.write(BELL, "class Bell {\n  // fourth\n\n  // rings\n}\n");

    assertThat(rebase())
        .singleElement()
        .asString()
        .startsWith("02-second: " + BELL + " NOT merged")
        .contains("same lines");
    assertThat(Files.readString(directory.resolve(SECOND))).isEqualTo(overlay);
    assertThat(Drift.in(course.home().states())).hasSize(1);
  }

  @Test
  void anOverlayIsMadeFromATree() {
    var states = course.home().states();
    var before =
        states
            .startOf(states.course().first())
            .with(BELL, "class Bell {\n  // frozen\n}\n".getBytes());

    Overlays.freeze(states, states.course().first().folder(), states.shopFilesOf(before));

    var again = course.home().states();
    assertThat(again.startOf(again.course().first())).isEqualTo(before);
    assertThat(Drift.in(again)).isEmpty();
  }

  private List<String> rebase() {
    return new Rebase(directory, course.home()::states).run();
  }
}
