package com.gopher.course.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.command.PagesOf;
import com.gopher.course.git.TextDiff;
import com.gopher.course.tree.CourseHome;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that this repository's own course keeps to. */
class CourseTest {

  private static final int LINES_OF_ALL_OVERLAYS = 2500;
  private static final int LINES_OF_A_SOLUTION = 60;

  private static final States STATES = new CourseHome(MadeUpCourse.repository()).states();

  static List<Checkpoint> checkpoints() {
    return STATES.course().checkpoints();
  }

  @Test
  void itFitsTheRepository() {
    assertThat(Drift.in(STATES)).isEmpty();
  }

  @Test
  void theOverlaysAreSmall() {
    long lines =
        overlays()
            .flatMap(overlay -> texts(overlay.files()))
            .mapToLong(text -> text.lines().count())
            .sum();

    assertThat(lines).isPositive().isLessThan(LINES_OF_ALL_OVERLAYS);
  }

  @Test
  void settingsAndMigrationsAreTheSameInAllStates() {
    assertThat(overlays())
        .allSatisfy(
            overlay ->
                assertThat(overlay.files().paths())
                    .noneMatch(
                        path ->
                            path.endsWith("application.yml") || path.contains("/db/migration/")));
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void betweenASolutionAndTheNextStartThereAreOnlyNewFiles(Checkpoint checkpoint) {
    STATES
        .course()
        .after(checkpoint)
        .ifPresent(
            next ->
                assertThat(STATES.newAt(next).paths())
                    .noneMatch(path -> STATES.solutionOf(checkpoint).has(path)));
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void aTaskIsToEditWhatItsSolutionChanges(Checkpoint checkpoint) {
    Tree start = start(checkpoint);
    Tree solution = solution(checkpoint);
    List<String> edit = checkpoint.facts().edit();
    var changed = new TreeSet<>(solution.differingFrom(start).paths());
    changed.addAll(start.without(solution.paths()).paths());

    assertThat(changed)
        .allSatisfy(path -> assertThat(edit).anyMatch(it -> Overlay.covers(it, path)));
    assertThat(edit)
        .allSatisfy(it -> assertThat(changed).anyMatch(path -> Overlay.covers(it, path)));
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void whatIsAnsweredIsInNoState(Checkpoint checkpoint) {
    assertThat(STATES.solutionOf(checkpoint).paths()).noneMatch(it -> it.startsWith("answers/"));
    assertThat(checkpoint.modelAnswers().paths()).isEqualTo(checkpoint.sheets().paths());
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void aSolutionIsShort(Checkpoint checkpoint) {
    assertThat(solution(checkpoint)).isNotEqualTo(start(checkpoint));
    assertThat(addedLines(checkpoint)).isLessThanOrEqualTo(LINES_OF_A_SOLUTION);
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void aCheckpointHasATaskThreeHintsAReasonAndAQuestion(Checkpoint checkpoint) {
    assertThat(PagesOf.complaints(checkpoint)).isEmpty();
  }

  /** With what the learner is given to answer in. */
  private static Tree start(Checkpoint checkpoint) {
    return STATES.startOf(checkpoint).with(checkpoint.sheets());
  }

  private static Tree solution(Checkpoint checkpoint) {
    return STATES.solutionOf(checkpoint).with(checkpoint.modelAnswers());
  }

  private static Stream<Overlay> overlays() {
    return Stream.concat(STATES.overlays().stream(), STATES.ends().stream());
  }

  private static long addedLines(Checkpoint checkpoint) {
    return TextDiff.of(start(checkpoint), solution(checkpoint))
        .lines()
        .filter(line -> line.startsWith("+") && !line.startsWith("+++"))
        .count();
  }

  private static Stream<String> texts(Tree tree) {
    return tree.paths().stream().map(path -> tree.text(path).orElseThrow());
  }
}
