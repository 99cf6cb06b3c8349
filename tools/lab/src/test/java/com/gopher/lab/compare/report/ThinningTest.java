package com.gopher.lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Kind;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

  @Test
  void ofManyPointsTheDipAndThePeakStay() {
    List<Point> points =
        IntStream.range(0, 30_000)
            .mapToObj(x -> new Point(x, x == 12_345 ? 0 : x == 23_456 ? 999 : 100))
            .toList();

    Chart thin = Thinning.of(chart(points));

    assertThat(thin.series().get(0).points())
        .hasSizeLessThanOrEqualTo(Thinning.POINTS)
        .contains(new Point(12_345, 0), new Point(23_456, 999))
        .isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
  }

  @Test
  void aFewPointsStayAsTheyAre() {
    Chart chart = chart(List.of(new Point(0, 1), new Point(1, 2)));

    assertThat(Thinning.of(chart)).isEqualTo(chart);
  }

  private static Chart chart(List<Point> points) {
    return new Chart(
        Kind.TIMELINE, "t", "s", "1/s", List.of(new Series("a", points, List.of())), List.of());
  }
}
