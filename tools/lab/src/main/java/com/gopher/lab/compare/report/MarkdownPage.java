package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.ClaimText;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The verdicts of a report and the texts of the experiments, in a page of Markdown between marks,
 * so that no number is typed by hand and no sentence twice.
 */
public final class MarkdownPage {

  private static final String VERDICTS = "verdicts";
  private static final String EXPERIMENTS = "experiments";

  private MarkdownPage() {}

  /**
   * Finds out whether the verdicts can be written into a page, before time is spent on them.
   *
   * @throws CouldNotRun if there is no such page, it has no marks or cannot be written
   */
  public static void check(Path page) throws IOException {
    if (!Files.isRegularFile(page)) {
      throw new CouldNotRun("There is no page " + page + "; nothing was run or written.");
    }
    if (!Files.isWritable(page)) {
      throw new CouldNotRun(page + " is write-protected; nothing was run or written.");
    }
    if (!isIn(Files.readString(page), VERDICTS)) {
      throw new CouldNotRun(
          "%s has no lines %s and %s; nothing was run or written. Put them where the table shall be."
              .formatted(page, begin(VERDICTS), end(VERDICTS)));
    }
  }

  /**
   * Replaces what stands between the marks of a page that was {@linkplain #check checked}; the
   * experiments only if it has marks for them.
   */
  public static void write(Report report, List<Experiment> experiments, Path page)
      throws IOException {
    Files.writeString(page, in(Files.readString(page), report, experiments));
  }

  static String in(String text, Report report, List<Experiment> experiments) {
    String withVerdicts = in(text, VERDICTS, verdicts(report));
    return isIn(text, EXPERIMENTS)
        ? in(withVerdicts, EXPERIMENTS, experiments(experiments))
        : withVerdicts;
  }

  private static String in(String text, String block, String content) {
    int begin = text.indexOf(begin(block)) + begin(block).length();
    return text.substring(0, begin)
        + "\n"
        + content
        + text.substring(text.indexOf(end(block), begin));
  }

  private static boolean isIn(String text, String block) {
    int begin = text.indexOf(begin(block));
    return begin >= 0 && text.indexOf(end(block), begin) > begin;
  }

  private static String begin(String block) {
    return "<!-- " + block + " -->";
  }

  private static String end(String block) {
    return "<!-- /" + block + " -->";
  }

  static String verdicts(Report report) {
    var table =
        new StringBuilder(
            """
            | experiment | claim | verdict | what was found |
            |---|---|---|---|
            """);
    for (Result result : report.experiments()) {
      table.append(
          "| `%s` | %s | **%s** | %s |\n"
              .formatted(
                  result.name(), cell(result.claim()), result.word(), cell(result.because())));
    }
    table.append(
        """

        Measured %s at commit %s on %d processors (%s), Java %s, %s. %s%s
        """
            .formatted(
                report.started().atOffset(ZoneOffset.UTC).toLocalDate(),
                report.commit(),
                report.machine().processors(),
                report.machine().cpu(),
                report.java(),
                report.rough() ? "`--quick` and so rough" : "full depth",
                Words.noise(report.aa()),
                caution(report)));
    return table.toString();
  }

  static String experiments(List<Experiment> experiments) {
    return experiments.stream()
        .map(MarkdownPage::experiment)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String experiment(Experiment experiment) {
    ClaimText text = experiment.text();
    return """
        ### `%s`: %s

        Takes about %d s%s.

        **Hypothesis.** %s

        **Smallest effect of interest**

        %s
        **Method**

        %s
        **It cannot show**

        %s"""
        .formatted(
            experiment.name(),
            text.claim(),
            text.takes(Depth.FULL).toSeconds(),
            text.isQuick()
                ? ", with `--quick` %d s".formatted(text.takes(Depth.QUICK).toSeconds())
                : "",
            text.hypothesis(),
            list(text.smallestEffects()),
            list(text.method()),
            list(text.cannotShow()));
  }

  private static String list(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> "- " + sentence.replace("<", "&lt;") + "\n")
        .collect(Collectors.joining());
  }

  private static String caution(Report report) {
    var load = report.load();
    return (load == null ? "" : " " + Words.load(load))
        + (report.busy().marked() ? " **The machine was busy**: take the figures as rough." : "");
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
  }
}
