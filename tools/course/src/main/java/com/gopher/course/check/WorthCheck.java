package com.gopher.course.check;

import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import com.gopher.lab.compare.report.Report;
import com.gopher.lab.compare.report.ReportFile;
import com.gopher.launcher.console.CouldNotRun;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision that rests on the learner's own figures, says how far they can be trusted, and what
 * would turn it.
 */
final class WorthCheck implements Check {

  private static final String RECORD = "answers/worth.md";
  private static final String REPORT = "answers/report.json";
  private static final String MEASURE = "./shop compare --quick --out answers";

  private static final String FIGURES = "Figures";
  private static final String NOISE = "Noise";
  private static final String TURN = "What would change it";

  private static final Set<String> VERDICTS = Set.of("stay", "extract", "not enough evidence");
  private static final int EXPERIMENTS = 2;
  private static final int WORDS = 6;

  /** When the report that the course itself hands out was made. */
  private static final Instant RECORDED = Instant.parse("2026-11-23T10:44:19.183167601Z");

  @Override
  public String subject() {
    return "your decision, against your own report";
  }

  @Override
  public boolean reads(String path) {
    return path.equals(RECORD) || path.equals(REPORT);
  }

  @Override
  public Optional<Failure> run(Subject subject) {
    try {
      MeasuredReport report = new MeasuredReport(report(subject));
      var decision = new DecisionRecord(subject.files().text(RECORD).orElse(""));
      judgeVerdict(decision);
      judgeFigures(decision, report);
      judgeNoise(decision, report);
      judgeTurn(decision);
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  private static Report report(Subject subject) throws Failed {
    Tree files = subject.files().only(REPORT::equals);
    if (!files.has(REPORT)) {
      throw new Failed(
          failure(
              "A report that you have measured lies beside your decision.",
              "There is no " + REPORT + ".",
              REPORT,
              "Make one, about four minutes on a quiet machine: " + MEASURE));
    }
    Directory.write(files, subject.work());
    Report report;
    try {
      report = new ReportFile().read(subject.work().resolve(REPORT));
    } catch (CouldNotRun e) {
      throw new Failed(
          new Failure(
              "The report can be read.",
              REPORT + " is no report, or one of another version.",
              REPORT,
              "Make it again: " + MEASURE,
              String.valueOf(e.getMessage())));
    }
    if (report.started().equals(RECORDED)) {
      throw new Failed(
          failure(
              "The report is yours, of your shop on your machine.",
              "It is the one that the course hands out.",
              REPORT,
              "Measure it yourself: " + MEASURE));
    }
    if (report.aa().bands().isEmpty()) {
      throw new Failed(
          failure(
              "The report says how noisy the machine was.",
              "Its A/A run is missing: it was ended too early.",
              REPORT,
              "Let it come to its end: " + MEASURE));
    }
    return report;
  }

  private static void judgeVerdict(DecisionRecord decision) throws Failed {
    if (!VERDICTS.contains(decision.verdict())) {
      throw new Failed(
          failure(
              "The verdict is one of: stay, extract, not enough evidence.",
              decision.verdict().isEmpty()
                  ? "There is no verdict."
                  : "It says \"" + decision.verdict() + "\".",
              RECORD,
              "Write it behind \"Verdict:\", and nothing else on that line. \"Not enough evidence\""
                  + " is a verdict, too."));
    }
  }

  private static void judgeFigures(DecisionRecord decision, MeasuredReport report) throws Failed {
    var used = new HashSet<String>();
    for (String item : decision.items(FIGURES)) {
      String experiment =
          Stream.of(item.split(":", 2)[0])
              .map(it -> it.replaceAll("[*`]", "").strip())
              .findFirst()
              .orElseThrow();
      if (!report.experiments().contains(experiment)) {
        throw new Failed(
            failure(
                "Each line under \"Figures\" begins with an experiment of your report, and a"
                    + " colon.",
                "\"" + experiment + "\" is none that was finished.",
                RECORD,
                "There are: " + String.join(", ", report.experiments()) + "."));
      }
      judgeFigures(item, experiment, report);
      used.add(experiment);
    }
    if (used.size() < EXPERIMENTS) {
      throw new Failed(
          failure(
              "The decision rests on figures of at least two experiments.",
              used.isEmpty()
                  ? "There is no figure under \"Figures\"."
                  : "All of them are of " + used.iterator().next() + ".",
              RECORD,
              "Write a line for each, as \"- latency: visible p50, castle ... ms, city ... ms\"."));
    }
  }

  private static void judgeFigures(String item, String experiment, MeasuredReport report)
      throws Failed {
    List<TypedFigure> figures = TypedFigure.in(item);
    Optional<TypedFigure> missing = report.missing(experiment, figures);
    if (figures.isEmpty() || missing.isPresent()) {
      throw new Failed(
          failure(
              "Each figure is in your report, in the experiment that the line names.",
              missing
                  .map(it -> "%s has no figure %s.".formatted(experiment, it.text()))
                  .orElse("The line of " + experiment + " has no figure."),
              RECORD,
              "Look it up again: ./shop compare --report " + REPORT));
    }
  }

  private static void judgeNoise(DecisionRecord decision, MeasuredReport report) throws Failed {
    String noise = decision.section(NOISE);
    String text = noise.toLowerCase(Locale.ROOT);
    List<String> named =
        report.measuresWithNoise().stream()
            .filter(measure -> text.contains(measure.toLowerCase(Locale.ROOT)))
            .toList();
    if (named.isEmpty()) {
      throw new Failed(
          failure(
              "The section \"Noise\" names a measure and its band: how far two identical systems"
                  + " came apart.",
              noise.isEmpty() ? "It is empty." : "It names no measure of the A/A run.",
              RECORD,
              "The measures are: " + String.join(", ", report.measuresWithNoise()) + "."));
    }
    List<TypedFigure> figures = TypedFigure.in(noise);
    for (String measure : named) {
      if (!report.isBandOf(measure, figures)) {
        throw new Failed(
            failure(
                "The band of " + measure + " is the one in your report, with both its ends.",
                "The A/A run says otherwise.",
                RECORD,
                "Copy it from the sentence that begins with A/A: ./shop compare --report "
                    + REPORT));
      }
    }
  }

  private static void judgeTurn(DecisionRecord decision) throws Failed {
    String turn = decision.section(TURN);
    long words = Stream.of(turn.split("\\P{L}+")).filter(word -> !word.isEmpty()).count();
    if (words < WORDS || turn.toLowerCase(Locale.ROOT).startsWith("nothing")) {
      throw new Failed(
          failure(
              "The section \"" + TURN + "\" says which fact would turn the verdict.",
              words == 0 ? "It is empty." : "It says only: \"" + turn + "\"",
              RECORD,
              "Write what you would have to see, and where you would look for it. What nothing can"
                  + " change is no decision from evidence."));
    }
  }

  private static Failure failure(
      String expected, String found, @Nullable String place, String next) {
    return new Failure(expected, found, place, next, "");
  }
}
