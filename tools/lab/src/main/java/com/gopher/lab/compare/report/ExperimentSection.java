package com.gopher.lab.compare.report;

import static com.gopher.lab.compare.report.Html.element;
import static com.gopher.lab.compare.report.Html.text;

import com.gopher.lab.compare.report.Result.Figure;
import com.gopher.lab.compare.statistics.Comparison;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** One experiment on the page: what is claimed, how it was tried, what came out. */
final class ExperimentSection {

  private final Result result;

  ExperimentSection(Result result) {
    this.result = result;
  }

  String html() {
    var html =
        new StringBuilder(
            """
            <section class="experiment" id="%s" aria-labelledby="%s-title">
            <h2 id="%s-title">%s</h2>
            <p class="outcome">%s <span>%s</span></p>
            """
                .formatted(
                    text(result.name()),
                    text(result.name()),
                    text(result.name()),
                    text(result.claim()),
                    badge(result),
                    text(result.because())));
    if (!result.shapes().isEmpty()) {
      html.append(figures());
    }
    for (int index = 0; index < result.charts().size(); index++) {
      html.append(new ChartFigure(result.charts().get(index), chartId(result, index)).html());
    }
    if (!result.comparisons().isEmpty()) {
      html.append("<h3>Differences, and their noise</h3>\n<ul>\n");
      for (Comparison comparison : result.comparisons()) {
        html.append(element("li", Words.comparison(comparison))).append('\n');
      }
      html.append("</ul>\n");
    }
    html.append("<h3>Hypothesis</h3>\n").append(element("p", result.hypothesis())).append('\n');
    html.append("<h3>Method</h3>\n").append(list(result.method()));
    html.append("<h3>What it cannot show</h3>\n").append(list(result.cannotShow()));
    html.append(
        "<p class=\"quiet\"><code>./shop compare %s</code>%s</p>\n</section>\n"
            .formatted(
                text(result.name()),
                result.seconds() > 0 ? ", took " + Words.time(result.seconds()) : ""));
    return html.toString();
  }

  static String chartId(Result result, int index) {
    return "chart-" + result.name() + "-" + index;
  }

  /** The verdict with a sign of its own, because colours alone say nothing to many. */
  static String badge(Result result) {
    String kind = result.word().replace(' ', '-');
    String sign =
        switch (result.word()) {
          case "shown" -> "✓";
          case "not shown" -> "≈";
          case "contrary" -> "✗";
          case "failed" -> "!";
          default -> "·";
        };
    return "<strong class=\"badge %s\"><span aria-hidden=\"true\">%s</span> %s</strong>"
        .formatted(text(kind), sign, text(result.word()));
  }

  private String figures() {
    var measures = new LinkedHashSet<String>();
    result.shapes().values().forEach(figures -> measures.addAll(figures.keySet()));
    var table =
        new StringBuilder(
            """
            <div class="wide" tabindex="0" role="region" aria-label="Figures of %s">
            <table>
            <thead><tr><th scope="col">measure</th>"""
                .formatted(text(result.name())));
    result
        .shapes()
        .keySet()
        .forEach(shape -> table.append("<th scope=\"col\">%s</th>".formatted(text(shape))));
    table.append("</tr></thead>\n<tbody>\n");
    for (String measure : measures) {
      table.append("<tr><th scope=\"row\">%s</th>".formatted(text(measure)));
      for (Map<String, Figure> figures : result.shapes().values()) {
        Figure figure = figures.getOrDefault(measure, new Figure(Double.NaN, ""));
        table.append(element("td", Words.amount(figure.value(), figure.unit())));
      }
      table.append("</tr>\n");
    }
    return table.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static String list(List<String> sentences) {
    var list = new StringBuilder("<ul>\n");
    sentences.forEach(sentence -> list.append(element("li", sentence)).append('\n'));
    return list.append("</ul>\n").toString();
  }
}
