package com.gopher.lab.compare.report;

import static com.gopher.lab.compare.report.Html.element;
import static com.gopher.lab.compare.report.Html.text;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Kind;
import com.gopher.lab.compare.claim.Chart.Mark;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A picture with its table, so that nobody has to see the picture. */
final class ChartFigure {

  /** The percentiles of a distribution that people ask for; the picture has the others. */
  private static final List<Double> ASKED =
      List.of(50.0, 75.0, 90.0, 95.0, 99.0, 99.9, 99.99, 100.0);

  private final Chart chart;
  private final String id;

  /**
   * @param id of the element that the page's script draws into
   */
  ChartFigure(Chart chart, String id) {
    this.chart = chart;
    this.id = id;
  }

  String html() {
    return """
        <figure>
        <figcaption>%s</figcaption>
        <div class="chart" id="%s" role="img" aria-label="%s"></div>
        %s<details><summary>The figures of this chart</summary>
        <div class="wide" tabindex="0" role="region" aria-label="Table: %s">
        %s</div>
        </details>
        </figure>
        """
        .formatted(
            text(chart.title()),
            text(id),
            text(alternative()),
            marks(),
            text(chart.title()),
            table());
  }

  private String alternative() {
    String shapes = chart.series().stream().map(Series::shape).collect(Collectors.joining(", "));
    String kind =
        switch (chart.kind()) {
          case PERCENTILES -> "Latency distribution";
          case TIMELINE -> "Timeline";
          case CURVE -> "Curve";
          case BARS -> "Bars";
        };
    return "%s of %s: %s. The table below has its figures.".formatted(kind, shapes, chart.title());
  }

  private String marks() {
    if (chart.marks().isEmpty()) {
      return "";
    }
    var list = new StringBuilder("<ol class=\"marks\">\n");
    for (Mark mark : chart.marks()) {
      list.append("<li>%s s: %s</li>\n".formatted(Words.number(mark.x()), text(mark.label())));
    }
    return list.append("</ol>\n").toString();
  }

  private String table() {
    var table = new StringBuilder("<table>\n<thead><tr>");
    table.append("<th scope=\"col\">%s</th>".formatted(text(firstColumn())));
    for (Series series : chart.series()) {
      table.append("<th scope=\"col\">%s</th>".formatted(text(series.shape() + unit())));
    }
    table.append("</tr></thead>\n<tbody>\n");
    rows()
        .forEach(
            (label, values) -> {
              table.append("<tr><th scope=\"row\">%s</th>".formatted(text(label)));
              values.forEach(value -> table.append(element("td", value)));
              table.append("</tr>\n");
            });
    return table.append("</tbody>\n</table>\n").toString();
  }

  private String firstColumn() {
    return chart.xLabel().isBlank() ? "of" : chart.xLabel();
  }

  private String unit() {
    return chart.yLabel().isBlank() ? "" : ", " + chart.yLabel();
  }

  private Map<String, List<String>> rows() {
    var byX = new TreeMap<Double, Map<Integer, Double>>();
    var labels = new HashMap<Double, String>();
    for (int column = 0; column < chart.series().size(); column++) {
      Series series = chart.series().get(column);
      List<Point> points = shown(series);
      for (int index = 0; index < points.size(); index++) {
        Point point = points.get(index);
        byX.computeIfAbsent(point.x(), x -> new HashMap<>()).put(column, point.y());
        labels.putIfAbsent(point.x(), label(series, index, point));
      }
    }
    var rows = new LinkedHashMap<String, List<String>>();
    byX.forEach(
        (x, values) -> {
          var cells = new ArrayList<String>();
          for (int column = 0; column < chart.series().size(); column++) {
            cells.add(Words.number(values.getOrDefault(column, Double.NaN)));
          }
          rows.put(labels.getOrDefault(x, ""), cells);
        });
    return rows;
  }

  private List<Point> shown(Series series) {
    return chart.kind() == Kind.PERCENTILES
        ? ASKED.stream().flatMap(asked -> at(asked, series).stream()).toList()
        : series.points();
  }

  /** No more than this percentage of all lay below. */
  private static Optional<Point> at(double percentile, Series series) {
    return series.points().stream()
        .filter(point -> point.x() >= percentile)
        .findFirst()
        .map(point -> new Point(percentile, point.y()));
  }

  private static String label(Series series, int index, Point point) {
    return index < series.labels().size()
        ? series.labels().get(index)
        : String.format(
            Locale.ROOT, point.x() == Math.rint(point.x()) ? "%.0f" : "%.2f", point.x());
  }
}
