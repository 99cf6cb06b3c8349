package com.gopher.ownership.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A report is short enough to be read, however much there is to say. */
class GroupedTextTest {

  private static final int MOST_LINES = 400;

  @Test
  void theLargestReportStaysBelowFourHundredLinesAndAllOfItCanBeHad() {
    Report report = large();

    assertThat(report.text().lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    assertThat(report.fullText().lines()).hasSizeGreaterThan(10 * MOST_LINES);
    assertThat(report.fullText()).doesNotContain(" more: --all");
    assertThat(count(report.fullText(), "    text:    ")).isEqualTo(report.findings().size());
  }

  @Test
  void theHeadSaysWhatWasInspectedAndTheMatrixWhoReachesForWhat() {
    Report report =
        new Report(
            summary(),
            new Scope(
                "com.acme",
                Map.of("billing", 2, "order", 7),
                List.of("dao", "service"),
                List.of("flyway_schema_history")),
            List.of(
                finding(Rule.SQL, Severity.CERTAIN, "billing", "order", 1),
                finding(Rule.SQL, Severity.POSSIBLE, "billing", "order", 2),
                finding(Rule.TYPES, Severity.POSSIBLE, "order", "", 3)),
            Map.of());

    assertThat(report.text().lines())
        .contains(
            "modules of com.acme (with the tables that each owns):",
            "  billing (2), order (7)",
            "  flyway_schema_history")
        .anyMatch(line -> line.matches("  billing -> order +1 certain, 1 possible"))
        .anyMatch(line -> line.matches("  order -> \\(nobody known\\) +0 certain, 1 possible"))
        .anyMatch(line -> line.startsWith("warning: dao, service are called like layers"));
    assertThat(count(report.text(), "accept: ")).isOne();
  }

  @Test
  void aCleanReportIsItsSummary() {
    Report report = new Report(summary(), large().scope(), List.of(), Map.of());

    assertThat(report.text()).isEqualTo(summary().line());
  }

  @Test
  void theGraphHasEachModuleAndEachCrossing() {
    Report report =
        new Report(
            summary(),
            new Scope(
                "com.acme", Map.of("billing", 1, "order", 7, "quiet", 0), List.of(), List.of()),
            List.of(
                finding(Rule.SQL, Severity.CERTAIN, "billing", "order", 1),
                finding(Rule.SQL, Severity.POSSIBLE, "order", "", 3)),
            Map.of());

    assertThat(report.dot())
        .startsWith("digraph")
        .contains(
            "\"billing\" [label=\"billing, 1 table\"];",
            "\"quiet\" [label=\"quiet, 0 tables\"];",
            "\"billing\" -> \"order\" [label=\"1\"];",
            "\"order\" -> \"(nobody known)\" [label=\"1\", style=dashed];");
    assertThat(report.mermaid())
        .startsWith("flowchart LR\n")
        .contains("[\"billing, 1 table\"]", " -->|1| ", " -.->|1| ");
  }

  private static Report large() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> modules = new TreeMap<>();
    for (int i = 0; i < 6_000; i++) {
      Rule rule = Rule.values()[i % Rule.values().length];
      Severity severity = Severity.values()[i % 2];
      String module = "a-module-with-a-long-name-" + i % 90;
      modules.put(module, i);
      findings.add(finding(rule, severity, module, "owner" + i % 83, i));
    }
    Map<Finding, String> accepted = new java.util.HashMap<>();
    findings.subList(0, 200).forEach(each -> accepted.put(each, "it has to"));
    return new Report(
        summary(), new Scope("com.acme", modules, List.of(), List.of()), findings, accepted);
  }

  private static Summary summary() {
    return new Summary(2, 9, 40, 30, 0);
  }

  private static Finding finding(
      Rule rule, Severity severity, String module, String owner, int line) {
    return new Finding(
        rule,
        severity,
        module,
        owner,
        "orders.t" + line,
        "com.acme.Invoices",
        "load",
        "Invoices.java",
        line,
        "SELECT 1 FROM\n  orders",
        "a script creates it",
        "ask module");
  }

  private static long count(String text, String part) {
    return text.lines().filter(line -> line.contains(part)).count();
  }
}
