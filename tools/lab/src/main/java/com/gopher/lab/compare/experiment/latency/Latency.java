package com.gopher.lab.compare.experiment.latency;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.statistics.Fork;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.traffic.Latencies;
import com.gopher.lab.compare.traffic.OrderStream;
import com.gopher.lab.compare.traffic.OrderStream.Placed;
import com.gopher.lab.compare.traffic.Standstill;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long customers wait for an answer, and for their parcel, at the same rate in each shape. */
public final class Latency implements Experiment {

  private static final double WARM_UP_RATE = 40;

  /** A quiet shop and a busy one; both below what the slowest shape can do on one processor. */
  private static final List<Double> RATES = List.of(10.0, 20.0);

  private static final double DECIDING = 20;

  /** What one start yielded, by rate. */
  private record Sitting(Map<Double, Placed> byRate) {

    Placed at(double rate) {
      return Objects.requireNonNull(byRate.get(rate));
    }
  }

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String claim() {
    return "Function calls are fast, roads take time.";
  }

  @Override
  public String hypothesis() {
    return "From the order to the visible parcel p50 is larger where a road lies between them.";
  }

  @Override
  public List<String> method() {
    return List.of(
        "Orders leave by the clock (open loop) at "
            + RATES.stream().map("%.0f"::formatted).collect(Collectors.joining(" and "))
            + " orders/s (roughly: only the latter), the same in each shape, after a warm-up of "
            + "%.0f".formatted(WARM_UP_RATE)
            + " orders/s. Both latencies count from the moment when an order should have been sent.",
        "\"accepted\" ends when the shop answers 201, which waits for no road in either shape. \"visible\" ends when the shop's own copy of the parcel comes into being (asOf in"
            + " GET /api/tracking/{id}, read after the load), so no polling rounds it; asOf is rounded down to a millisecond.",
        "All values of all JVM forks are put together before a percentile is taken. Intervals: forks are"
            + " resampled; of a single one its seconds.");
  }

  @Override
  public List<String> cannotShow() {
    return List.of(
        "All processes share one machine: a road between machines is slower, by the network's latency at each of its four stretches.",
        "asOf is taken just before the shop's transaction commits, so a parcel becomes visible a little later than measured, in each shape.",
        "Rates at which a shape falls behind are the matter of the experiment throughput.");
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  @Override
  public Duration expectedDuration(Depth depth) {
    return Duration.ofSeconds(depth == Depth.FULL ? 270 : 38);
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    Depth depth = laboratory.depth();
    Map<String, List<Sitting>> sittings =
        laboratory.interleaved(
            laboratory.forks(), Standstill.setup(), system -> measure(system, depth));
    var all = new ArrayList<Latencies>();
    for (double rate : rates(depth)) {
      all.addAll(latencies(sittings, Measures.ACCEPTED, rate, Placed::accepted));
      all.addAll(latencies(sittings, Measures.VISIBLE, rate, Placed::visible));
    }
    List<Comparison> comparisons = comparisons(laboratory, all);
    var verdict = new LatencyVerdict(laboratory.shapes(), comparisons);
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures(all),
        comparisons,
        charts(all),
        all.stream().map(Latencies::raw).toList());
  }

  private static List<Double> rates(Depth depth) {
    return depth == Depth.FULL ? RATES : List.of(DECIDING);
  }

  private static Sitting measure(RunningSystem system, Depth depth)
      throws IOException, InterruptedException {
    var stream = new OrderStream(system);
    stream.warmUp(WARM_UP_RATE, Duration.ofSeconds(depth == Depth.FULL ? 15 : 3));
    var byRate = new LinkedHashMap<Double, Placed>();
    for (double rate : rates(depth)) {
      Placed placed = stream.place(rate, Duration.ofSeconds(depth == Depth.FULL ? 9 : 5));
      if (placed.load().accepted() < placed.load().intended() || placed.invisible() > 0) {
        throw new IOException(
            "The %s lost orders at %.0f orders/s: %d of %d accepted (%s), %d without a parcel after a minute"
                .formatted(
                    system.shape().name(),
                    rate,
                    placed.load().accepted(),
                    placed.load().intended(),
                    placed.load().refusals(),
                    placed.invisible()));
      }
      byRate.put(rate, placed);
    }
    return new Sitting(byRate);
  }

  private static List<Latencies> latencies(
      Map<String, List<Sitting>> sittings,
      String measure,
      double rate,
      Function<Placed, Fork> latency) {
    return sittings.entrySet().stream()
        .map(
            entry ->
                new Latencies(
                    entry.getKey(),
                    measure,
                    rate,
                    entry.getValue().stream()
                        .map(sitting -> latency.apply(sitting.at(rate)))
                        .toList()))
        .toList();
  }

  /** At the rate that decides. */
  private static List<Comparison> comparisons(Laboratory laboratory, List<Latencies> all)
      throws IOException, InterruptedException {
    var comparisons = new ArrayList<Comparison>();
    String baseline = laboratory.shapes().get(0).name();
    for (Latencies one : at(all, DECIDING)) {
      if (!one.shape().equals(baseline)) {
        continue;
      }
      for (Latencies other : at(all, DECIDING)) {
        if (!other.shape().equals(baseline) && other.measure().equals(one.measure())) {
          for (double percentile : Measures.PERCENTILES) {
            String name = Measures.percentile(one.measure(), percentile);
            comparisons.add(
                new Bootstrap()
                    .percentile(
                        name,
                        "µs",
                        percentile,
                        one.sample(),
                        other.sample(),
                        laboratory.band(name)));
          }
        }
      }
    }
    return comparisons;
  }

  private static List<Latencies> at(List<Latencies> all, double rate) {
    return all.stream().filter(latencies -> latencies.rate() == rate).toList();
  }

  private static Map<String, List<Measure>> measures(List<Latencies> all) {
    var measures = new LinkedHashMap<String, List<Measure>>();
    for (Latencies latencies : all) {
      List<Measure> shape = measures.computeIfAbsent(latencies.shape(), first -> new ArrayList<>());
      for (double percentile : Measures.PERCENTILES) {
        shape.add(
            new Measure(
                "%s at %.0f/s"
                    .formatted(
                        Measures.percentile(latencies.measure(), percentile), latencies.rate()),
                latencies.millis(percentile),
                "ms"));
      }
    }
    return measures;
  }

  private static List<Chart> charts(List<Latencies> all) {
    return List.of(
        chart("Order accepted at %.0f orders/s", Measures.ACCEPTED, all),
        chart("Order placed to parcel visible at %.0f orders/s", Measures.VISIBLE, all));
  }

  private static Chart chart(String title, String measure, List<Latencies> all) {
    return new Chart(
        Chart.Kind.PERCENTILES,
        title.formatted(DECIDING),
        "percentile",
        "ms",
        at(all, DECIDING).stream()
            .filter(latencies -> latencies.measure().equals(measure))
            .map(Latencies::series)
            .toList(),
        List.of());
  }
}
