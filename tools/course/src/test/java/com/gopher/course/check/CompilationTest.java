package com.gopher.course.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tracker of this repository stands for the learner's. */
@Tag("seconds")
class CompilationTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final String MAIN = "extracted-tracker/src/main/java/com/gotracker/GoTracker.java";

  @TempDir Path work;

  @Test
  void theTrackerIsCompiledWithItsOwnLibrariesAndItsSettings() throws Exception {
    CompiledProgram tracker = compile(trackerOfTheRepository());

    assertThat(tracker.classes().resolve("com/gotracker/GoTracker.class")).exists();
    assertThat(tracker.classes().resolve("application.yml")).exists();
    assertThat(tracker.libraries())
        .extracting(it -> it.getFileName().toString())
        .anyMatch(it -> it.startsWith("foundation-"))
        .noneMatch(it -> it.startsWith("spring-modulith-events-jdbc"));
  }

  @Test
  void anErrorInTheTrackerIsShownAtItsPlaceInTheTree() {
    Tree broken =
        trackerOfTheRepository().with(MAIN, "class GoTracker { int x = ; }".getBytes(UTF_8));

    assertThatThrownBy(() -> compile(broken))
        .isInstanceOfSatisfying(
            Failed.class,
            it -> {
              assertThat(it.failure().expected()).isEqualTo("The tracker compiles.");
              assertThat(it.failure().place()).isEqualTo(MAIN + ":1");
            });
  }

  @Test
  void aTreeWithoutATrackerSaysHowToGetItBack() {
    var broker = new Broker(new CourseHome(work), List.of(), step -> {});
    var subject = new Subject(Tree.empty(), Map.of(), List.of(), broker, work, new Drill());

    assertThatThrownBy(subject::tracker)
        .isInstanceOfSatisfying(
            Failed.class, it -> assertThat(it.failure().next()).contains("git checkout"));
  }

  private static Tree trackerOfTheRepository() {
    Tree tree = Tree.empty();
    Tree main = Directory.read(HOME.root().resolve(Program.TRACKER.main()));
    for (String path : main.paths()) {
      tree = tree.with(Program.TRACKER.main() + path, main.file(path).orElseThrow());
    }
    return tree;
  }

  private CompiledProgram compile(Tree files) throws Failed {
    return new Compilation(Program.TRACKER, work)
        .run(files, new Libraries(HOME).of(Program.TRACKER));
  }
}
