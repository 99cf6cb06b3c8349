package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.ForeignText;
import java.util.ArrayList;
import java.util.List;

/** The verdicts for a terminal, no wider than it usually is. */
public final class TerminalTable {

  static final int WIDTH = 100;
  private static final int NAME = 14;
  private static final int VERDICT = 13;

  private final Console console;

  public TerminalTable(Console console) {
    this.console = console;
  }

  /** Returns lines; they have colours if the console does, and say the same without. */
  public List<String> of(Report report) {
    var lines = new ArrayList<String>();
    lines.add(
        padded("experiment", NAME) + padded("verdict", VERDICT) + "claim, and what was found");
    lines.add(rule(NAME - 2) + "  " + rule(VERDICT - 2) + "  " + rule(WIDTH - NAME - VERDICT));
    for (Result result : report.experiments()) {
      append(lines, result);
    }
    lines.add("");
    lines.addAll(wrapped(Words.noise(report.aa()), WIDTH));
    if (report.load() != null) {
      lines.addAll(wrapped(Words.load(report.load()), WIDTH));
    }
    if (report.rough()) {
      lines.addAll(
          wrapped("Rough: --quick takes few samples. What counts is ./shop compare.", WIDTH));
    }
    if (report.busy().marked()) {
      wrapped(
              "The machine was busy, so take all figures as rough: "
                  + String.join(" ", report.busy().reasons()),
              WIDTH)
          .forEach(line -> lines.add(console.bad(line)));
    }
    return lines;
  }

  private void append(List<String> lines, Result result) {
    var texts = new ArrayList<>(wrapped(result.claim(), WIDTH - NAME - VERDICT));
    texts.addAll(wrapped(result.because(), WIDTH - NAME - VERDICT));
    lines.add(
        padded(result.name(), NAME)
            + painted(padded(result.word(), VERDICT), result)
            + texts.get(0));
    texts.stream()
        .skip(1)
        .forEach(text -> lines.add(padded("", NAME) + padded("", VERDICT) + text));
  }

  private String painted(String text, Result result) {
    if (result.verdict() == Verdict.SHOWN) {
      return console.good(text);
    }
    boolean alarming =
        result.verdict() == Verdict.CONTRARY || result.status() == Result.Status.FAILED;
    return alarming ? console.bad(text) : text;
  }

  private static String padded(String text, int width) {
    String line = ForeignText.line(text);
    return line + " ".repeat(Math.max(width - line.length(), 1));
  }

  private static String rule(int width) {
    return "-".repeat(width);
  }

  private static List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
