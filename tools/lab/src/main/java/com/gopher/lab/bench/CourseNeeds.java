package com.gopher.lab.bench;

import com.gopher.lab.bench.BenchmarkReport.Figure;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * What a computer needs for the course, as the teachers' page says it: made from the recorded
 * benchmark alone, so that no number is typed by hand.
 */
public final class CourseNeeds {

  private static final String BEGIN = "<!-- needs -->\n";

  private static final String END = "<!-- /needs -->";

  private final BenchmarkReport report;

  public CourseNeeds(BenchmarkReport report) {
    this.report = report;
  }

  /**
   * Returns the page with its passage about needs written anew.
   *
   * @throws IllegalArgumentException if the page has no such passage
   */
  public String in(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("The page has no passage between " + BEGIN + END);
    }
    return page.substring(0, begin + BEGIN.length()) + passage() + page.substring(end);
  }

  private String passage() {
    return String.format(
        Locale.ROOT,
        """
        | it needs | measured on %s processors (%s) |
        |---|---|
        | memory, for the largest `check` | %s |
        | disk, for what was built beside the local Maven repository | %s |
        | disk, for a learner's project | %s |
        | time, from a clone that is built to the first failing check | %s |
        """,
        report.machine().processors(),
        report.machine().measuredAt().substring(0, "2026-01-01".length()),
        figure("memory of the largest check"),
        figure("beside it, in the clone"),
        figure("a learner's project"),
        figure("from a clone that is built"));
  }

  private String figure(String beginning) {
    return report.figures().stream()
        .filter(figure -> figure.name().startsWith(beginning))
        .findFirst()
        .map(CourseNeeds::shown)
        .orElseThrow(() -> new NoSuchElementException("No figure begins with: " + beginning));
  }

  private static String shown(Figure figure) {
    return figure.shown() + " " + figure.unit();
  }
}
