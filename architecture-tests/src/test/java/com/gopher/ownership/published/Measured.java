package com.gopher.ownership.published;

import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Severity;
import com.gopher.ownership.report.Report;
import java.util.Arrays;
import java.util.List;

/**
 * What the rules found in one application, beside what people and ArchUnit say.
 *
 * @param falseOnes certain findings that a person called false
 * @param notJudged certain findings that nobody has judged
 * @param crossings classes that depend, as ArchUnit sees it, on another module's entity
 * @param missed such crossings without a finding
 */
record Measured(
    String name,
    int classes,
    int modules,
    int tables,
    int trueOnes,
    int falseOnes,
    int notJudged,
    int possible,
    int crossings,
    int missed) {

  static final String HEAD =
      "application,classes,modules,tables,true,false,not judged,possible,crossings,missed";

  static Measured of(String name, Report report, List<Verdict> verdicts, Crossings crossings) {
    int isTrue = 0;
    int isFalse = 0;
    int open = 0;
    for (Finding finding : report.certain()) {
      List<Verdict> about = verdicts.stream().filter(it -> it.isAbout(name, finding)).toList();
      if (about.isEmpty()) {
        open++;
      } else if (about.get(0).isTrue()) {
        isTrue++;
      } else {
        isFalse++;
      }
    }
    long possible =
        report.findings().stream().filter(it -> it.severity() == Severity.POSSIBLE).count();
    return new Measured(
        name,
        report.summary().classes(),
        report.summary().modules(),
        report.summary().tables(),
        isTrue,
        isFalse,
        open,
        (int) possible,
        crossings.count(),
        crossings.without(report.findings()).size());
  }

  static List<Measured> read(List<String> lines) {
    return lines.stream().skip(1).map(line -> parse(line.split(","))).toList();
  }

  private static Measured parse(String[] cells) {
    int[] numbers = Arrays.stream(cells).skip(1).mapToInt(Integer::parseInt).toArray();
    return new Measured(
        cells[0],
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        numbers[8]);
  }

  String line() {
    return String.join(
        ",",
        List.of(
            name,
            "" + classes,
            "" + modules,
            "" + tables,
            "" + trueOnes,
            "" + falseOnes,
            "" + notJudged,
            "" + possible,
            "" + crossings,
            "" + missed));
  }

  String row() {
    return "| %s | %d | %d | %d | %d | %d | %d | %d (%.1f) | %d of %d |"
        .formatted(
            name,
            classes,
            modules,
            tables,
            trueOnes,
            falseOnes,
            notJudged,
            possible,
            1000.0 * possible / classes,
            missed,
            crossings);
  }
}
