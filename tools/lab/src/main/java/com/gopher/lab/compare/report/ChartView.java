package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Kind;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A picture with its table, so that nobody has to see the picture.
 *
 * @param id of the element that the page's script draws into
 * @param alternative what a screen reader says instead of the picture
 */
record ChartView(String title, String id, String alternative, List<String> marks, Table table) {

  /** The percentiles of a distribution that people ask for; the picture has the others. */
  private static final List<Double> ASKED =
      List.of(50.0, 75.0, 90.0, 95.0, 99.0, 99.9, 99.99, 100.0);

  static ChartView of(Chart chart, String id) {
    return new ChartView(
        chart.title(),
        id,
        alternative(chart),
        chart.marks().stream()
            .map(mark -> "%s s: %s".formatted(Words.number(mark.x()), mark.label()))
            .toList(),
        new Table(columns(chart), rows(chart)));
  }

  private static String alternative(Chart chart) {
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

  private static List<String> columns(Chart chart) {
    var columns = new ArrayList<String>();
    columns.add(chart.xLabel().isBlank() ? "of" : chart.xLabel());
    String unit = chart.yLabel().isBlank() ? "" : ", " + chart.yLabel();
    chart.series().forEach(series -> columns.add(series.shape() + unit));
    return columns;
  }

  private static List<Table.Row> rows(Chart chart) {
    Map<Double, Table.Row> byX = new TreeMap<>();
    for (int column = 0; column < chart.series().size(); column++) {
      Series series = chart.series().get(column);
      List<Point> points = shown(chart, series);
      for (int index = 0; index < points.size(); index++) {
        Point point = points.get(index);
        String label = label(series, index, point);
        byX.computeIfAbsent(point.x(), x -> emptyRow(label, chart))
            .cells()
            .set(column, Words.number(point.y()));
      }
    }
    return List.copyOf(byX.values());
  }

  private static Table.Row emptyRow(String label, Chart chart) {
    return new Table.Row(
        label,
        chart.series().stream()
            .map(series -> Words.number(Double.NaN))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  private static List<Point> shown(Chart chart, Series series) {
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
