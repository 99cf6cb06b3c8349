package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Kind;
import com.gopher.lab.compare.claim.Chart.Mark;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.ClaimText;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.RawHistogram;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.report.Report.Busy;
import com.gopher.lab.compare.report.Report.LoadCheck;
import com.gopher.lab.compare.report.Report.Noise;
import com.gopher.lab.compare.report.Report.ShapeNote;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.statistics.Interval;
import com.gopher.lab.compare.system.Budget;
import com.gopher.lab.machine.Machine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** A report with everything that a report can have; its figures are made up. */
final class Reports {

  private Reports() {}

  static Report sample() {
    return sample(new Busy(List.of("Load average 1.8 before the start, on 2 processors.")));
  }

  static Report sample(Busy busy) {
    return new Report(
        Report.VERSION,
        Depth.QUICK,
        Instant.parse("2026-11-23T02:00:00Z"),
        Instant.parse("2026-11-23T02:03:41Z"),
        "0123abc",
        new Machine(null, 2, "A processor of 2 cores", 8_192L, "Linux 6.1 amd64", null, null, null),
        "25.0.3",
        Map.of("Gopher Shop", "1.0.0-SNAPSHOT", "Kafka", "4.2.2", "Spring Boot", "4.1.2"),
        List.of("compare", "--quick"),
        List.of("-XX:+UseSerialGC"),
        new Budget(List.of(0), List.of(1), 640),
        busy,
        new LoadCheck(200, 0.08, 0.9),
        new Noise(
            2,
            61,
            List.of(new Band("accepted p50", 0.93, 1.07), new Band("accepted p99", 0.6, 1.7))),
        List.of(
            new ShapeNote("castle", "One process with one database."),
            new ShapeNote("city", "The shop, the tracker and a broker between them.")),
        List.of(
            latency(),
            deploy(),
            resilience(),
            scale(),
            Result.failed(
                claim("debug", "One stack trace against many logs"),
                "The <tracker> did not start: port 9090 is taken & \"kept\".",
                12),
            Result.interrupted(claim("blocked-road", "What if the road is blocked"), 3),
            Result.notRun(claim("fire", "If the kitchen burns, the castle burns"), "--quick")));
  }

  private static Result latency() {
    var castle = latencies(3.0, 1);
    var city = latencies(4.1, 2);
    return Result.finished(
        claim("latency", "Function calls are fast, roads take time"),
        new Finding(
            Verdict.SHOWN,
            "Placed to tracked took 4.10 times as long in the city (p50).",
            shapes(
                List.of(
                    new Measure("accepted p50", 3.01, "ms"),
                    new Measure("accepted p99", 9.7, "ms"),
                    new Measure("placed to tracked p50", 12.5, "ms")),
                List.of(
                    new Measure("accepted p50", 3.1, "ms"),
                    new Measure("accepted p99", 12.2, "ms"),
                    new Measure("placed to tracked p50", 51.3, "ms"))),
            List.of(
                comparison("accepted p50", "ms", 3.01, 3.1, 0.99, 1.07),
                comparison("placed to tracked p50", "ms", 12.5, 51.3, 3.6, 4.5)),
            List.of(
                new Chart(
                    Kind.PERCENTILES,
                    "Order accepted: the tail is longer in the city",
                    "percentile",
                    "ms",
                    List.of(
                        new Series("castle", percentiles(castle), List.of()),
                        new Series("city", percentiles(city), List.of())),
                    List.of())),
            List.of(
                RawHistogram.of("castle", "accepted", "µs", castle),
                RawHistogram.of("city", "accepted", "µs", city))),
        91);
  }

  private static Result deploy() {
    return Result.finished(
        claim("deploy", "The castle is one file to copy; the city is a fleet"),
        new Finding(
            Verdict.SHOWN,
            "1 process against 3.",
            shapes(
                List.of(
                    new Measure("processes", 1, ""),
                    new Measure("bytes", 61_234_567, "bytes"),
                    new Measure("resident memory", 231, "MB")),
                List.of(
                    new Measure("processes", 3, ""),
                    new Measure("bytes", 131_234_567, "bytes"),
                    new Measure("resident memory", 712, "MB"))),
            List.of(comparison("resident memory", "MB", 231, 712, 3.0, 3.2)),
            List.of(
                new Chart(
                    Kind.BARS,
                    "The city takes three times the memory",
                    "",
                    "MB",
                    List.of(
                        new Series(
                            "castle",
                            List.of(new Point(0, 231), new Point(1, 251)),
                            List.of("after the start", "under load")),
                        new Series(
                            "city",
                            List.of(new Point(0, 712), new Point(1, 760)),
                            List.of("after the start", "under load"))),
                    List.of())),
            List.of()),
        40);
  }

  private static Result resilience() {
    return Result.finished(
        claim("resilience", "If the bakery burns, the bank stays open"),
        new Finding(
            Verdict.CONTRARY,
            "The castle accepted 100 % of the orders, the city 96 %.",
            shapes(
                List.of(
                    new Measure("accepted", 100, "%"), new Measure("catch-up", Double.NaN, "s")),
                List.of(new Measure("accepted", 96, "%"), new Measure("catch-up", 4.2, "s"))),
            List.of(comparison("accepted", "%", 100, 96, 0.95, 0.97)),
            List.of(
                new Chart(
                    Kind.TIMELINE,
                    "Accepted orders while the tracker is away",
                    "seconds",
                    "orders/s",
                    List.of(
                        new Series("castle", flat(), List.of()),
                        new Series("city", dip(), List.of())),
                    List.of(new Mark(20, "tracker killed"), new Mark(50, "tracker back")))),
            List.of()),
        62);
  }

  private static Result scale() {
    return Result.finished(
        claim("scale", "Build more bakeries, not more libraries"),
        new Finding(
            Verdict.NOT_SHOWN,
            "No difference beyond the noise: ratio 1.02.",
            shapes(
                List.of(new Measure("shipments per second", 50, "1/s")),
                List.of(new Measure("shipments per second", 51, "1/s"))),
            List.of(comparison("shipments per second", "1/s", 50, 51, 0.98, 1.06)),
            List.of(
                new Chart(
                    Kind.CURVE,
                    "Shipments per second by the number of shippers",
                    "shippers",
                    "shipments/s",
                    List.of(
                        new Series(
                            "castle", List.of(new Point(1, 50), new Point(2, 98)), List.of()),
                        new Series(
                            "city",
                            List.of(new Point(1, 51), new Point(2, 97), new Point(4, 180)),
                            List.of())),
                    List.of())),
            List.of()),
        70);
  }

  private static Map<String, List<Measure>> shapes(List<Measure> castle, List<Measure> city) {
    var shapes = new LinkedHashMap<String, List<Measure>>();
    shapes.put("castle", castle);
    shapes.put("city", city);
    return shapes;
  }

  private static Comparison comparison(
      String measure, String unit, double castle, double city, double low, double high) {
    return new Comparison(
        measure,
        unit,
        "castle",
        castle,
        "city",
        city,
        city / castle,
        new Interval(low, high),
        new Band(measure, 0.93, 1.07),
        1.05);
  }

  private static Histogram latencies(double milliseconds, long seed) {
    var histogram = new Histogram(3);
    var random = new Random(seed);
    for (int order = 0; order < 20_000; order++) {
      histogram.recordValue((long) (milliseconds * 1000 * Math.exp(0.5 * random.nextGaussian())));
    }
    return histogram;
  }

  private static List<Point> percentiles(Histogram histogram) {
    return IntStream.rangeClosed(1, 999)
        .mapToObj(
            each -> new Point(each / 10.0, histogram.getValueAtPercentile(each / 10.0) / 1000.0))
        .toList();
  }

  private static List<Point> flat() {
    return IntStream.range(0, 80).mapToObj(second -> new Point(second, 100)).toList();
  }

  private static List<Point> dip() {
    return IntStream.range(0, 80)
        .mapToObj(second -> new Point(second, second == 20 || second == 21 ? 4 : 100))
        .toList();
  }

  private static Experiment claim(String name, String claim) {
    return new Experiment() {
      @Override
      public ClaimText text() {
        return new ClaimText(
            claim,
            List.of("name: " + name),
            "The castle's figure is smaller by more than the noise.",
            List.of("the figure: 1.05 times. Less would change nothing."),
            List.of("Each shape is started afresh.", "Orders are sent by the clock."),
            List.of("All runs on one machine: no cable is between the shapes' processes."));
      }

      @Override
      public Finding run(Laboratory laboratory) {
        throw new UnsupportedOperationException("A sample is not run");
      }
    };
  }
}
