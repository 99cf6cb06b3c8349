package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Directory;
import com.gopher.course.tree.CourseHome;
import com.gopher.lab.faults.FaultReport;
import com.gopher.lab.faults.FaultSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictions, compared with the recorded run of the faults. */
class PredictionsTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final String MODEL = sheet("model");
  private static final String BLANK = sheet("answers");

  static List<String> faults() {
    return List.copyOf(Drill.QUESTIONS.keySet());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theModelIsTrueOfTheRecordedRun(String fault) throws Exception {
    assertThat(judge(MODEL, recorded(fault))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void writtenInAnotherWayItIsAsTrue(String fault) throws Exception {
    String capital = MODEL.toUpperCase(Locale.ROOT).replace("\n", "\r\n");
    String terse = MODEL.replaceAll("#.*\n", "").replace(" yes", "y").replace(" no", "n");

    assertThat(judge(capital, recorded(fault))).isEmpty();
    assertThat(judge(terse, recorded(fault))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "broker-killed, refused, yes, 'It was no: 0 requests'",
    "shop-killed-before-send, refused, no, 'It was yes: [1-9][0-9,]* requests'",
    "tracker-killed-in-mid-batch, late, no, 'It was yes: [1-9][0-9.]* seconds'",
    "whole-topic-replayed, duplicated, yes, 'It was no: 0 effects'",
    "poison-among-good, lost, yes, 'It was no: 0 orders'"
  })
  void aPredictionThatDoesNotComeTrueIsNamed(
      String fault, String effect, String predicted, String found) throws Exception {
    Failure failure = judge(predicting(fault, effect, predicted), recorded(fault)).orElseThrow();

    assertThat(failure.expected())
        .contains("You predict for " + fault + ": " + effect + " " + predicted);
    assertThat(failure.found()).matches("(?s)" + found + ".*");
    assertThat(failure.raw()).contains(effect + " ");
  }

  @Test
  void whatIsLostIsToBeMendedAndNotToBePredicted() throws Exception {
    FaultSummary harmed = unprotected("whole-topic-replayed");

    assertThat(judge(predicting("whole-topic-replayed", "duplicated", "yes"), harmed))
        .hasValueSatisfying(failure -> assertThat(failure.next()).contains("Mend your code"));
  }

  @Test
  void aFaultThatDidNotStrikeSaysNothing() throws Exception {
    FaultSummary good = recorded("broker-killed");
    var none =
        new FaultSummary(
            good.fault(),
            null,
            good.how(),
            good.proof(),
            1,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            List.of(),
            List.of());
    var run = new Drill.Run(none, "The shop did not start.");

    assertThat(new FaultCheck("broker-killed").judge(read(MODEL), run))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.found()).contains("nothing was compared");
              assertThat(failure.raw()).contains("did not start");
            });
  }

  @Test
  void aBlankSheetNamesWhatIsOpenBeforeAnythingIsBroken() {
    assertThat(refusal(BLANK).found())
        .isEqualTo(
            "For broker-killed these are open: refused, late, lost, duplicated, disordered.");
    assertThat(refusal(predicting("poison-among-good", "lost", "")).found())
        .isEqualTo("For poison-among-good these are open: lost.");
  }

  @Test
  void aSheetThatIsGoneCanBeLaidOutAgain() {
    Failed failed =
        catchThrowableOfType(Failed.class, () -> PredictionSheet.read(Optional.empty()));

    assertThat(failed.failure().next()).contains("./shop tutorial start --here");
  }

  @ParameterizedTest
  @CsvSource({
    "broker-killed, broken-broker, The faults are broker-killed",
    "refused: no, refused: perhaps, Write yes or no",
    "refused: no, rejected: no, The questions are refused"
  })
  void aLineThatIsNoPredictionIsShownWithItsNumber(String right, String wrong, String next) {
    String text = MODEL.replaceFirst("(?m)^( *)" + right + "$", "$1" + wrong);
    assertThat(text).isNotEqualTo(MODEL);

    Failure failure = refusal(text);

    assertThat(failure.found()).contains(wrong);
    assertThat(failure.place()).matches("answers/predictions\\.txt:\\d+");
    assertThat(failure.next()).contains(next);
  }

  @Test
  void aPredictionOfNoFaultIsRefused() {
    assertThat(refusal("refused: no\n" + MODEL).next()).contains("name of a fault");
  }

  @Test
  void changedPredictionsAndChangedCodeAreJudgedAgain() {
    var check = new FaultCheck("broker-killed");

    assertThat(check.reads(PredictionSheet.FILE)).isTrue();
    assertThat(check.reads("extracted-tracker/src/main/java/A.java")).isTrue();
    assertThat(check.reads("answers/worth.md")).isFalse();
  }

  private static Optional<Failure> judge(String text, FaultSummary summary) throws Exception {
    return new FaultCheck(summary.fault()).judge(read(text), new Drill.Run(summary, ""));
  }

  private static String sheet(String folder) {
    return Directory.read(HOME.course().root().resolve("08-drill").resolve(folder))
        .text("predictions.txt")
        .orElseThrow();
  }

  private static PredictionSheet read(String text) throws Failed {
    return PredictionSheet.read(Optional.of(text));
  }

  private static Failure refusal(String text) {
    return catchThrowableOfType(Failed.class, () -> read(text)).failure();
  }

  private static String predicting(String fault, String effect, String word) {
    int at = MODEL.indexOf("\n" + fault + "\n");
    return MODEL.substring(0, at)
        + MODEL.substring(at).replaceFirst(effect + ": \\w+", effect + ": " + word);
  }

  private static FaultSummary recorded(String fault) throws IOException {
    return find(fault, true);
  }

  private static FaultSummary unprotected(String fault) throws IOException {
    return find(fault, false);
  }

  private static FaultSummary find(String fault, boolean whole) throws IOException {
    String json = Files.readString(HOME.root().resolve("docs/results/faults.json"));
    return FaultReport.read(json).results().stream()
        .filter(it -> it.fault().equals(fault) && (it.without() == null) == whole)
        .findFirst()
        .orElseThrow();
  }
}
