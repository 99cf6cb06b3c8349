package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;

/**
 * Judges what learners might write at one checkpoint of the course in this repository, beside the
 * start and the solution: those are judged where the whole course is walked.
 */
abstract class CheckpointTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final States STATES = HOME.states();

  private final Checkpoint checkpoint;

  CheckpointTest(String slug) {
    this.checkpoint = HOME.course().find(slug).orElseThrow();
  }

  final Tree start() {
    return STATES.startOf(checkpoint);
  }

  final Tree solution() {
    return STATES.solutionOf(checkpoint);
  }

  final Attempt fromStart() {
    return new Attempt(start());
  }

  final Attempt fromSolution() {
    return new Attempt(solution());
  }

  /**
   * It passes, with all earlier checks: the next checkpoint can be reached from it. In the city,
   * where they take minutes, only the cheap ones are run while attempts take turns.
   */
  final void assertRight(Attempt attempt) throws InterruptedException {
    boolean everyEarlierOne = !checkpoint.needsCity() || Turns.areAll();
    Verdict verdict =
        new Judge(HOME, step -> {}).judge(attempt.files(), checkpoint, everyEarlierOne);

    assertThat(verdict.failure()).isEmpty();
  }

  /** It fails, with a message that has these words. */
  final Failure assertWrong(Attempt attempt, String... words) throws InterruptedException {
    Verdict verdict = new Judge(HOME, step -> {}).judge(attempt.files(), checkpoint, false);

    assertThat(verdict.failure()).isPresent();
    Failure failure = verdict.failure().orElseThrow();
    assertThat(failure.expected() + "\n" + failure.found() + "\n" + failure.place())
        .contains(words);
    assertThat(failure.next()).isNotBlank();
    return failure;
  }
}
