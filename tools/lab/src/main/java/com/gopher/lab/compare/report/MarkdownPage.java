package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.text.Template;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The verdicts of a report and the texts of the experiments, in a page of Markdown between marks,
 * so that no number is typed by hand and no sentence twice.
 */
public final class MarkdownPage {

  private static final String VERDICTS = "verdicts";
  private static final String FIGURES = "figures";
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
          "%s has no lines %s and %s; nothing was run or written. Put them where the table shall be.",
          page, begin(VERDICTS), end(VERDICTS));
    }
  }

  /**
   * Replaces what stands between the marks of a page that was {@linkplain #check checked}; figures
   * and experiments only if it has marks for them.
   */
  public static void write(Report report, List<Experiment> experiments, Path page)
      throws IOException {
    Files.writeString(page, in(Files.readString(page), report, experiments));
  }

  static String in(String text, Report report, List<Experiment> experiments) {
    String page = in(text, VERDICTS, verdicts(report));
    if (isIn(page, FIGURES)) {
      page = in(page, FIGURES, figures(report));
    }
    return isIn(page, EXPERIMENTS) ? in(page, EXPERIMENTS, experiments(experiments)) : page;
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

  private static String verdicts(Report report) {
    return Template.markdown(
        MarkdownPage.class,
        "verdicts.mustache",
        Map.of(
            "experiments", report.experiments(),
            "day", report.started().atOffset(ZoneOffset.UTC).toLocalDate(),
            "commit", report.commit(),
            "processors", report.machine().processors(),
            "cpu", "" + report.machine().cpu(),
            "java", report.java(),
            "depth", report.rough() ? "`--quick` and so rough" : "full depth",
            "noise", Words.noise(report.aa()),
            "load", report.load() == null ? "" : " " + Words.load(report.load()),
            "busy", report.busy().marked()));
  }

  private static String figures(Report report) {
    return Template.markdown(
        MarkdownPage.class,
        "figures.mustache",
        Map.of("experiments", report.experiments().stream().map(ExperimentView::of).toList()));
  }

  private static String experiments(List<Experiment> experiments) {
    return Template.markdown(
        MarkdownPage.class,
        "experiments.mustache",
        Map.of("experiments", experiments.stream().map(Experiment::text).toList()));
  }
}
