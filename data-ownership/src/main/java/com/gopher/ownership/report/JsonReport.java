package com.gopher.ownership.report;

import com.gopher.ownership.finding.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report for programs. */
public final class JsonReport {

  /** Changes when a field goes or changes its meaning. */
  private static final int FORMAT_VERSION = 1;

  private JsonReport() {}

  public static String of(Report report) {
    Summary summary = report.summary();
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    counts.put("modules", summary.modules());
    counts.put("tables", summary.tables());
    counts.put("classes", summary.classes());
    counts.put("sqlTexts", summary.sqlTexts());
    counts.put("notUnderstood", summary.notUnderstood());
    counts.put("findings", report.findings().size());
    counts.put("certain", report.certain().size());
    counts.put("accepted", report.accepted().size());
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("summary", counts);
    root.put("findings", report.findings().stream().map(JsonReport::finding).toList());
    return Json.write(root);
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", finding.rule().id());
    json.put("severity", finding.severity().id());
    json.put("module", finding.module());
    json.put("owner", finding.owner().isEmpty() ? null : finding.owner());
    json.put("table", finding.table());
    json.put("class", finding.className());
    json.put("method", finding.method().isEmpty() ? null : finding.method());
    json.put("file", finding.file());
    json.put("line", finding.line());
    json.put("text", finding.text());
    json.put("why", finding.why());
    json.put("instead", finding.instead());
    return json;
  }
}
