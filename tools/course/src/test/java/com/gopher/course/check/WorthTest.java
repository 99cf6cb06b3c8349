package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.AnswersThatPass;
import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decision records beside a recorded report. */
class WorthTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final Path FOLDER = HOME.course().root().resolve("10-worth");
  private static final String RECORD = "answers/worth.md";
  private static final String REPORT = "answers/report.json";

  @TempDir Path work;

  @Test
  void theModelIsRight() {
    assertRight(model());
  }

  @Test
  void stayingForTheProcessorsSakeIsRight() {
    assertRight(
        written(
            """
            **Verdict:** Stay.

            ## Noise
            Two identical systems: processor time for an order -28 % to +39 %.

            ## What would change it
            A second team that wants to release the tracker on its own, every day.

            ## Figures
            * **throughput**: processor time for an order: 13.4 against 29.7 CPU ms, so
              2.22 times the work
            * `upgrade`: the castle refused 324 of 865 orders, the city 22 of 2,057
            """));
  }

  @Test
  void extractingForTheFiresSakeIsRight() {
    assertRight(
        written(
            """
            # Extract the tracker
            verdict: extract
            ## Figures
            - fire: when it spins the CPU the castle accepts 54/54/53 %
            - resilience: 0 % in the castle, 100 % in the city; the parcels are back after 8.8 s
            ## noise
            resident memory: 0.99 to 1.01
            ## What would change it
            If nobody had the tracker's night shift, we would stay.
            """));
  }

  @Test
  void theBlankSheetAsksForTheReportFirst() {
    assertWrong(Tree.empty().with(RECORD, bytes(blank())), "There is no answers/report.json");
    assertWrong(model().with(RECORD, bytes(blank())), "There is no verdict");
  }

  @Test
  void itDependsIsNoVerdict() {
    assertWrong(
        edited("Verdict: not enough evidence", "Verdict: it depends"), "It says \"it depends\"");
    assertWrong(
        edited("Verdict: not enough evidence", "Verdict: stay or extract"), "stay or extract");
  }

  @ParameterizedTest
  @CsvSource({
    "city 25.8 ms, city 95.1 ms, latency has no figure 95.1",
    "castle 8.3 ms, castle 11.9 ms, latency has no figure 11.9",
    "3.09 times, 3.90 times, latency has no figure 3.90"
  })
  void aFigureThatIsNotInThatExperimentIsNamed(String measured, String made, String found) {
    assertWrong(edited(measured, made), found);
  }

  @Test
  void figuresOfOneExperimentAloneAreTooFew() {
    String record = text(model(), RECORD);
    String one = record.replaceAll("(?m)^- (deploy|fire):.*\\n", "");

    assertWrong(model().with(RECORD, bytes(one)), "All of them are of latency");
  }

  @Test
  void anExperimentThatWasNotRunIsNamed() {
    assertWrong(edited("- fire:", "- smoke:"), "\"smoke\" is none that was finished");
  }

  @Test
  void withoutTheNoiseBandAFigureIsARumour() {
    assertWrong(section("Noise", ""), "It is empty");
    assertWrong(section("Noise", "It was quiet, about 0.62 to 1.61."), "names no measure");
    assertWrong(section("Noise", "visible p50: 0.77 to 1.29"), "The band of visible p50");
    assertWrong(section("Noise", "visible p50: up to 1.61"), "The band of visible p50");
  }

  @Test
  void whatNothingCanChangeIsNoDecision() {
    assertWrong(section("What would change it", ""), "It is empty");
    assertWrong(
        section("What would change it", "Nothing that I can think of today, it is quite clear."),
        "It says only");
    assertWrong(section("What would change it", "More data."), "It says only: \"More data.\"");
  }

  @Test
  void theReportThatTheCourseHandsOutIsNotTheLearners() throws IOException {
    byte[] recorded = Files.readAllBytes(HOME.root().resolve("docs/results/compare.json"));

    assertWrong(model().with(REPORT, recorded), "the one that the course hands out");
  }

  @Test
  void aReportThatWasEndedBeforeItKnewTheNoiseIsTooLittle() {
    String report = text(model(), REPORT);
    int bands = report.indexOf("\"bands\" : [");
    String without =
        report.substring(0, bands) + "\"bands\" : [" + report.substring(report.indexOf("]", bands));

    assertWrong(model().with(REPORT, bytes(without)), "Its A/A run is missing");
    assertWrong(model().with(REPORT, bytes("{}")), "is no report");
  }

  @Test
  void aChangedRecordIsJudgedAgainAndChangedCodeIsNot() {
    var check = new WorthCheck();

    assertThat(check.reads(RECORD)).isTrue();
    assertThat(check.reads(REPORT)).isTrue();
    assertThat(check.reads("monolith/src/main/java/com/gophershop/Money.java")).isFalse();
  }

  private void assertRight(Tree files) {
    assertThat(new WorthCheck().run(subject(files))).isEmpty();
  }

  private void assertWrong(Tree files, String found) {
    assertThat(new WorthCheck().run(subject(files)))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.expected() + "\n" + failure.found()).contains(found);
              assertThat(failure.place()).startsWith("answers/");
              assertThat(failure.next()).isNotBlank();
            });
  }

  private Subject subject(Tree files) {
    return new Subject(
        files, Map.of(), List.of(), new Broker(HOME, List.of(), it -> {}), work, new Drill());
  }

  private static Tree model() {
    return AnswersThatPass.withReport(Tree.empty().with(RECORD, bytes(sheet("model"))), HOME);
  }

  private static Tree written(String record) {
    return model().with(RECORD, bytes(record));
  }

  private static Tree edited(String old, String now) {
    String record = text(model(), RECORD);
    assertThat(record).contains(old);
    return written(record.replace(old, now));
  }

  private static Tree section(String heading, String content) {
    String record = text(model(), RECORD);
    int begin = record.indexOf("## " + heading);
    int end = record.indexOf("\n## ", begin);
    return written(
        record.substring(0, begin) + "## " + heading + "\n\n" + content + record.substring(end));
  }

  private static String blank() {
    return sheet("answers");
  }

  private static String sheet(String folder) {
    return text(Directory.read(FOLDER.resolve(folder)), "worth.md");
  }

  private static String text(Tree files, String path) {
    return files.text(path).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
