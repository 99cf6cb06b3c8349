package com.gopher.ownership.report;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outcome of one inspection.
 *
 * @param findings what is wrong, certain ones first
 * @param accepted what was accepted on purpose by {@code @CrossModuleAccess}, with the reason
 * @param scope what was taken for the application
 */
@PublicApi
public record Report(
    Summary summary, Scope scope, List<Finding> findings, Map<Finding, String> accepted) {

  public Report {
    findings = findings.stream().sorted(Finding.ORDER).toList();
    accepted = Map.copyOf(accepted);
  }

  /** The modules that were found. */
  public Set<String> modules() {
    return scope.tables().keySet();
  }

  public List<Finding> certain() {
    return findings.stream().filter(finding -> finding.severity() == Severity.CERTAIN).toList();
  }

  public boolean isClean() {
    return findings.isEmpty();
  }

  /** The same run with other findings. */
  public Report with(List<Finding> others) {
    return new Report(summary, scope, others, accepted);
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

  /** The report for people: the first findings of each kind, below 400 lines. */
  public String text() {
    return GroupedText.of(this, false);
  }

  /** The report for people with all findings. */
  public String fullText() {
    return GroupedText.of(this, true);
  }

  /** The modules and who reaches for whose data, in the language of Graphviz. */
  public String dot() {
    return GraphReport.dot(this);
  }

  /** The modules and who reaches for whose data, in the language of Mermaid. */
  public String mermaid() {
    return GraphReport.mermaid(this);
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
