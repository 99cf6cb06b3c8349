package com.gopher.lab.compare.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a picture shows; the page draws it, and puts its table beside it.
 *
 * @param title a sentence that says what to look at
 * @param marks moments on the x axis of a timeline, such as when a fault began; empty elsewhere
 */
public record Chart(
    Kind kind, String title, String xLabel, String yLabel, List<Series> series, List<Mark> marks) {

  public static Chart percentiles(String title, List<Series> series) {
    return new Chart(Kind.PERCENTILES, title, "percentile", "ms", series, List.of());
  }

  public static Chart timeline(String title, String yLabel, List<Series> series, List<Mark> marks) {
    return new Chart(Kind.TIMELINE, title, "seconds", yLabel, series, marks);
  }

  public static Chart curve(String title, String xLabel, String yLabel, List<Series> series) {
    return new Chart(Kind.CURVE, title, xLabel, yLabel, series, List.of());
  }

  public static Chart bars(String title, String xLabel, String yLabel, List<Series> series) {
    return new Chart(Kind.BARS, title, xLabel, yLabel, series, List.of());
  }

  /** What the points of a series mean. */
  public enum Kind {
    /** x is a percentile (0 to 100), y a latency; drawn with a logarithmic y. */
    @JsonProperty("percentiles")
    PERCENTILES,
    /** x is seconds since the begin, y for example orders per second. */
    @JsonProperty("timeline")
    TIMELINE,
    /** x is what was offered or how many, y what came out. */
    @JsonProperty("curve")
    CURVE,
    /** Each point is one bar; x counts them and {@code labels} names them. */
    @JsonProperty("bars")
    BARS
  }

  /**
   * @param shape the shape's name, by which all pictures have it in the same colour and pattern
   * @param labels of the bars; empty for other kinds
   */
  public record Series(String shape, List<Point> points, List<String> labels) {

    public static Series line(String shape, List<Point> points) {
      return new Series(shape, points, List.of());
    }

    /** One line for each shape. */
    public static <S> List<Series> lines(
        Map<String, S> byShape, Function<? super S, List<Point>> line) {
      return byShape.entrySet().stream()
          .map(entry -> line(entry.getKey(), line.apply(entry.getValue())))
          .toList();
    }

    /** One bar for each measure. */
    public static Series bars(String shape, List<Measure> measures) {
      return new Series(
          shape,
          IntStream.range(0, measures.size())
              .mapToObj(bar -> new Point(bar, measures.get(bar).value()))
              .toList(),
          measures.stream().map(Measure::name).toList());
    }
  }

  /** Written as a pair, because there are many. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Point(double x, double y) {}

  public record Mark(double x, String label) {}
}
