package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No check passes whatever it is shown. The first one of a checkpoint fails on its start in the
 * walk through the course; here are the others, each alone.
 */
@Tag("minutes")
class EachCheckCanFailTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final States STATES = HOME.states();

  /** What a check is to find, where the start has nothing of it. */
  private static final Map<Class<? extends Check>, Tree> MISTAKES =
      Map.of(
          TransactionsCheck.class,
          new Attempt(STATES.solutionOf(checkpoint("locks")))
              .edit(
                  "customer/Customers.java",
                  "@Transactional(readOnly = true)",
                  "@Transactional(readOnly = true, propagation = org.springframework.transaction.annotation.Propagation.REQUIRES_NEW)")
              .files());

  static List<Checkpoint> checkpoints() {
    return HOME.course().checkpoints();
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void noFurtherCheckOfACheckpointPassesOnAMistake(Checkpoint checkpoint) throws Exception {
    List<Check> further = Checks.own(checkpoint).stream().skip(1).toList();

    assertThat(passing(further, STATES.startOf(checkpoint))).isEmpty();
  }

  @Test
  void aCheckMadeToPassAlwaysIsNamed() throws Exception {
    assertThat(passing(List.of(new AlwaysContent()), STATES.startOf(checkpoint("hall"))))
        .containsExactly("AlwaysContent passes on a mistake");
  }

  @Test
  void aStartThatIsSolvedAlreadyIsNamed() throws Exception {
    assertThat(passing(List.of(new OwnershipCheck()), STATES.solutionOf(checkpoint("locks"))))
        .containsExactly("OwnershipCheck passes on a mistake");
  }

  private static List<String> passing(List<Check> checks, Tree start) throws InterruptedException {
    var passing = new ArrayList<String>();
    for (Check check : checks) {
      Tree mistake = MISTAKES.getOrDefault(check.getClass(), start);
      if (new Judge(HOME, step -> {}).judge(mistake, List.of(check)).isPassed()) {
        passing.add(check.getClass().getSimpleName() + " passes on a mistake");
      }
    }
    return passing;
  }

  private static Checkpoint checkpoint(String slug) {
    return HOME.course().find(slug).orElseThrow();
  }

  /** What somebody might make of a check to get a build green. */
  private static final class AlwaysContent implements Check {

    @Override
    public String subject() {
      return "nothing";
    }

    @Override
    public Optional<Failure> run(Subject subject) {
      return Optional.empty();
    }
  }
}
