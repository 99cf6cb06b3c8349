package com.gopher.ownership.report;

import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The report in SARIF 2.1.0. */
public final class SarifReport {

  private SarifReport() {}

  public static String of(Report report) {
    Map<String, Object> driver =
        Map.of(
            "name",
            "data-ownership",
            "rules",
            Arrays.stream(Rule.values()).map(SarifReport::rule).toList());
    Map<String, Object> run =
        Map.of(
            "tool",
            Map.of("driver", driver),
            "results",
            report.findings().stream().map(SarifReport::result).toList());
    return Json.write(
        Map.of(
            "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
            "version", "2.1.0",
            "runs", List.of(run)));
  }

  private static Map<String, Object> rule(Rule rule) {
    return Map.of(
        "id", rule.id(), "shortDescription", Map.of("text", "A module " + rule.description()));
  }

  private static Map<String, Object> result(Finding finding) {
    Map<String, Object> physical =
        Map.of(
            "artifactLocation",
            Map.of("uri", uri(finding)),
            "region",
            Map.of("startLine", Math.max(1, finding.line())));
    return Map.of(
        "ruleId", finding.rule().id(),
        "level", finding.severity() == Severity.CERTAIN ? "error" : "warning",
        "message", Map.of("text", finding.message()),
        "partialFingerprints",
            Map.of("place/v1", finding.rule().id() + " " + finding.place() + " " + finding.table()),
        "locations", List.of(Map.of("physicalLocation", physical)));
  }

  /** The path below the source or resource folder: bytecode does not say which folder that was. */
  private static String uri(Finding finding) {
    String className = finding.className();
    if (className == null || !className.contains(".")) {
      return finding.file();
    }
    return className.substring(0, className.lastIndexOf('.')).replace('.', '/')
        + "/"
        + finding.file();
  }
}
