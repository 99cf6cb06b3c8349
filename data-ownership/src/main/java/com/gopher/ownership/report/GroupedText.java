package com.gopher.ownership.report;

import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.print.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The report for people: what was inspected, who reaches for whose data, then the findings by their
 * kind. A short one stays below 400 lines, however large the application is.
 */
final class GroupedText {

  private static final int FIRST = 10;
  private static final int MOST_SHOWN = 60;
  private static final int MOST_PAIRS = 20;

  private final Report report;
  private final boolean all;
  private final List<String> lines = new ArrayList<>();

  private GroupedText(Report report, boolean all) {
    this.report = report;
    this.all = all;
  }

  static String of(Report report, boolean all) {
    return new GroupedText(report, all).text();
  }

  private String text() {
    if (!report.isClean()) {
      lines.addAll(report.scope().lines());
      lines.add("");
      lines.add("who reaches for whose data:");
      addFirst(Crossing.of(report.findings()).stream().map(Crossing::line).toList(), MOST_PAIRS);
      addGroups();
      lines.add("");
      lines.add("accept: " + Finding.ACCEPT);
    }
    addFirst(
        report.accepted().entrySet().stream()
            .map(entry -> "accepted: " + entry.getKey().headline() + " because " + entry.getValue())
            .sorted()
            .toList(),
        FIRST);
    lines.add(report.summary().line() + counts());
    return lines.stream().map(Visible::line).collect(Collectors.joining("\n"));
  }

  private void addGroups() {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      groups.computeIfAbsent(kind(finding), kind -> new ArrayList<>()).add(finding);
    }
    int most = Math.min(FIRST, Math.max(1, MOST_SHOWN / Math.max(1, groups.size())));
    groups.forEach(
        (kind, findings) -> {
          lines.add("");
          lines.add(kind + ": " + findings.size());
          int shown = all ? findings.size() : Math.min(most, findings.size());
          findings.subList(0, shown).forEach(this::add);
          addRest(findings.size() - shown);
        });
  }

  private static String kind(Finding finding) {
    return "["
        + finding.rule().id()
        + ", "
        + finding.severity().id()
        + "] "
        + finding.rule().description();
  }

  private void add(Finding finding) {
    lines.addAll(finding.details().lines().map(line -> "  " + line).toList());
  }

  private void addFirst(List<String> entries, int most) {
    int shown = all ? entries.size() : Math.min(most, entries.size());
    lines.addAll(entries.subList(0, shown));
    addRest(entries.size() - shown);
  }

  private void addRest(int rest) {
    if (rest > 0) {
      lines.add("  and " + rest + " more: --all, or Report.fullText()");
    }
  }

  private String counts() {
    if (report.isClean()) {
      return "";
    }
    int certain = report.certain().size();
    int possible = report.findings().size() - certain;
    return (certain > 0 ? ", " + certain + " certain" : "")
        + (possible > 0 ? ", " + possible + " possible" : "");
  }
}
