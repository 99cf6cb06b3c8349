package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Bounds how many points a chart keeps, without losing the peaks and the dips that it shows. */
final class Thinning {

  static final int POINTS = 400;

  private Thinning() {}

  static Chart of(Chart chart) {
    return new Chart(
        chart.kind(),
        chart.title(),
        chart.xLabel(),
        chart.yLabel(),
        chart.series().stream().map(Thinning::of).toList(),
        chart.marks());
  }

  /** Of each stretch the lowest and the highest point stay, in their order. */
  private static Series of(Series series) {
    List<Point> points = series.points();
    if (points.size() <= POINTS) {
      return series;
    }
    var kept = new ArrayList<Point>();
    int stretches = POINTS / 2;
    for (int stretch = 0; stretch < stretches; stretch++) {
      List<Point> part =
          points.subList(
              (int) ((long) points.size() * stretch / stretches),
              (int) ((long) points.size() * (stretch + 1) / stretches));
      Comparator<Point> byHeight = Comparator.comparingDouble(Point::y);
      Stream.of(part.stream().min(byHeight), part.stream().max(byHeight))
          .flatMap(extreme -> extreme.stream())
          .distinct()
          .sorted(Comparator.comparingDouble(Point::x))
          .forEach(kept::add);
    }
    return new Series(series.shape(), kept, series.labels());
  }
}
