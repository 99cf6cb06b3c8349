package com.gopher.lab.compare.report;

import com.gopher.launcher.console.CouldNotRun;
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
    if (!isIn(Files.readString(page))) {
      throw new CouldNotRun(
          "%s has no lines %s and %s; nothing was run or written. Put them where the table shall be."
              .formatted(page, BEGIN, END));
    }
  }

  /** Replaces what stands between the marks of a page that was {@linkplain #check checked}. */
  public static void write(Report report, Path page) throws IOException {
    Files.writeString(page, in(Files.readString(page), report));
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
                caution(report)));
    return table.toString();
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
