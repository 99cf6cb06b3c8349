package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real faults in real cities of a learner's code. */
@Tag("long")
class DrillTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final Checkpoint DRILL = HOME.course().find("drill").orElseThrow();
  private static final String CHEAPEST = "poison-among-good";
  private static final String SHIPMENTS =
      "extracted-tracker/src/main/java/com/gotracker/shipping/Shipments.java";

  @Test
  void aRightAndAWrongPredictionOfOneRun() throws Exception {
    String model = DRILL.modelAnswers().text(PredictionSheet.FILE).orElseThrow();
    String wrong = model.replace(CHEAPEST + "\n  refused: no", CHEAPEST + "\n  refused: yes");
    var both = new OneRun(List.of(model, wrong));

    new Judge(HOME, step -> {}).judge(files(), List.of(both));

    assertThat(both.failures.get(0)).isEmpty();
    assertThat(both.failures.get(1))
        .hasValueSatisfying(
            failure -> assertThat(failure.found()).startsWith("It was no: 0 requests"));
  }

  /** All five in one city, as a learner's check runs them. */
  @Test
  void theModelComesTrue() throws Exception {
    List<Check> faults = new ArrayList<>();
    Drill.QUESTIONS.keySet().forEach(fault -> faults.add(new FaultCheck(fault)));

    assertThat(new Judge(HOME, step -> {}).judge(files(), faults).failure()).isEmpty();
  }

  @Test
  void aTrackerThatForgetsWhatItHasAppliedIsFoundOut() throws Exception {
    String shipments =
        replaced(
            replaced(
                replaced(
                    files().text(SHIPMENTS).orElseThrow(),
                    "WHERE order_id = ANY(?)",
                    "WHERE 1 = 0 AND order_id = ANY(?)"),
                "INSERT INTO tracker.shipment",
                "MERGE INTO tracker.shipment"),
            "VALUES (?,",
            "KEY (order_id) VALUES (?,");
    Tree forgetful = files().with(SHIPMENTS, shipments.getBytes(StandardCharsets.UTF_8));

    assertThat(verdict("whole-topic-replayed", forgetful).failure())
        .hasValueSatisfying(failure -> assertThat(failure.next()).contains("Mend your code"));
  }

  private static String replaced(String text, String old, String now) {
    assertThat(text).contains(old);
    return text.replace(old, now);
  }

  private static Tree files() {
    return HOME.states().solutionOf(DRILL).with(DRILL.modelAnswers());
  }

  private static Verdict verdict(String fault, Tree files) throws InterruptedException {
    return new Judge(HOME, step -> {}).judge(files, List.of(new FaultCheck(fault)));
  }

  /** One run of the cheapest fault, and what several learners hear about it. */
  private static final class OneRun implements Check {

    private final List<String> sheets;
    private final List<Optional<Failure>> failures = new ArrayList<>();

    OneRun(List<String> sheets) {
      this.sheets = sheets;
    }

    @Override
    public String subject() {
      return CHEAPEST;
    }

    @Override
    public Optional<Failure> run(Subject subject) throws InterruptedException {
      try {
        Drill.Run run = subject.drill().run(CHEAPEST, subject);
        for (String sheet : sheets) {
          failures.add(
              new FaultCheck(CHEAPEST).judge(PredictionSheet.read(Optional.of(sheet)), run));
        }
      } catch (Failed e) {
        failures.add(Optional.of(e.failure()));
      }
      return failures.get(failures.size() - 1);
    }
  }
}
