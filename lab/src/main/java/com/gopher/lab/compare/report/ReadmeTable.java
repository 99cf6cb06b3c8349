package com.gopher.lab.compare.report;

import com.gopher.lab.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** The verdicts as Markdown, in a page between two marks, so that no number is typed by hand. */
public final class ReadmeTable {

  private static final String BEGIN = "<!-- verdicts -->";
  private static final String END = "<!-- /verdicts -->";

  private ReadmeTable() {}

  /**
   * Replaces what stands between the marks.
   *
   * @throws CouldNotRun if the page has no marks; it is then left as it was
   */
  public static void write(Report report, Path page) throws IOException {
    if (!Files.isRegularFile(page)) {
      throw new CouldNotRun("There is no page " + page + "; nothing was written.");
    }
    String text = Files.readString(page);
    if (!isIn(text)) {
      throw new CouldNotRun(
          "%s has no lines %s and %s; nothing was written. Put them where the table shall be."
              .formatted(page, BEGIN, END));
    }
    Files.writeString(page, in(text, report));
  }

  static boolean isIn(String text) {
    int begin = text.indexOf(BEGIN);
    return begin >= 0 && text.indexOf(END, begin) > begin;
  }

  static String in(String text, Report report) {
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    return text.substring(0, begin)
        + "\n"
        + markdown(report)
        + text.substring(text.indexOf(END, begin));
  }

  static String markdown(Report report) {
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
                report.busy().marked()
                    ? " **The machine was busy**: take the figures as rough."
                    : ""));
    return table.toString();
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
  }
}
