package com.gopher.lab.faults;

import com.gopher.lab.text.Template;
import java.util.List;
import java.util.Map;

/**
 * The documentation's page of the fault suite, made from a report alone so that no number is typed
 * by hand.
 */
public final class FaultPage {

  private FaultPage() {}

  /** Returns Markdown. */
  public static String of(FaultReport report) {
    List<FaultSummary> results = report.results();
    return Template.markdown(
        FaultPage.class,
        "page.mustache",
        Map.of(
            "results", results,
            "whole", results.stream().filter(result -> result.without() == null).toList(),
            "controls", results.stream().filter(result -> result.without() != null).toList(),
            "machine", report.machine(),
            "seed", "" + report.seed(),
            "perSecond", Math.round(report.perSecond()),
            "minutes", Math.round(results.stream().mapToDouble(FaultSummary::seconds).sum() / 60)));
  }
}
