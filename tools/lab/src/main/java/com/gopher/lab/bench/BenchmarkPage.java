package com.gopher.lab.bench;

import com.gopher.lab.text.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The documentation's page of figures, made from the reports alone so that no number is typed by
 * hand.
 */
public final class BenchmarkPage {

  private BenchmarkPage() {}

  /** Returns Markdown. */
  public static String of(List<BenchmarkReport> reports) {
    return Template.markdown(BenchmarkPage.class, "page.mustache", Map.of("reports", reports));
  }

  static String number(double value) {
    return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : "" + value;
  }
}
