package com.gopher.ownership.report;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The outcome of one inspection.
 *
 * @param findings what is wrong, certain ones first
 * @param accepted what was accepted on purpose by {@code @CrossModuleAccess}, with the reason
 * @param modules the modules that were found
 */
@PublicApi
public record Report(
    Summary summary, List<Finding> findings, Map<Finding, String> accepted, Set<String> modules) {

  public Report {
    findings = findings.stream().sorted(Finding.ORDER).toList();
    accepted = Map.copyOf(accepted);
    modules = Set.copyOf(modules);
  }

  public List<Finding> certain() {
    return findings.stream().filter(finding -> finding.severity() == Severity.CERTAIN).toList();
  }

  public boolean isClean() {
    return findings.isEmpty();
  }

  /** The same run with other findings. */
  public Report with(List<Finding> others) {
    return new Report(summary, others, accepted, modules);
  }

  /**
   * Fails with every finding's message; passes with the summary as the only output, so that a pass
   * is seen to have read something.
   */
  public void assertClean() {
    if (!findings.isEmpty()) {
      throw new AssertionError(text());
    }
  }

  /** The report for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(finding.message()).append("\n\n"));
    accepted.entrySet().stream()
        .map(entry -> "accepted: " + entry.getKey().headline() + " because " + entry.getValue())
        .sorted()
        .forEach(line -> text.append(line).append('\n'));
    text.append(summary.line());
    if (!findings.isEmpty()) {
      text.append(
          findings.stream()
              .collect(
                  Collectors.groupingBy(finding -> finding.severity().id(), Collectors.counting()))
              .entrySet()
              .stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
              .collect(Collectors.joining()));
    }
    return text.toString();
  }

  /** The report as JSON. */
  public String json() {
    return JsonReport.of(this);
  }

  /** The report in SARIF 2.1.0, for code hosts that show findings beside the code. */
  public String sarif() {
    return SarifReport.of(this);
  }
}
