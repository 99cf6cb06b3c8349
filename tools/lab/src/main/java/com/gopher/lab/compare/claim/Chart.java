package com.gopher.lab.compare.claim;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a picture shows; the page draws it, and puts its table beside it.
 *
 * @param title a sentence that says what to look at
 * @param marks moments on the x axis of a timeline, such as when a fault began; empty elsewhere
 */
public record Chart(
    Kind kind, String title, String xLabel, String yLabel, List<Series> series, List<Mark> marks) {

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
  public record Series(String shape, List<Point> points, List<String> labels) {}

  /** Written as a pair, because there are many. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Point(double x, double y) {}

  public record Mark(double x, String label) {}
}
