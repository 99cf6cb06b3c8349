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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The same rates for each shape: how long an order takes, and its parcel. */
public final class Latency implements Experiment {

  private static final double WARM_UP_RATE = 40;

  /** A quiet shop and a busy one; both below what the slowest shape can do on one processor. */
  private static final List<Double> RATES = List.of(10.0, 20.0);

  private static final double DECIDING = 20;

  /** What one start yielded, by rate. */
  private record Start(Map<Double, Placed> byRate) {

    Placed at(double rate) {
      return Objects.requireNonNull(byRate.get(rate));
    }
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    Depth depth = laboratory.depth();
    Map<String, List<Start>> starts =
        laboratory.interleaved(
            laboratory.forks(), Standstill.setup(), system -> measure(system, depth));
    var all = new ArrayList<Latencies>();
    for (double rate : rates(depth)) {
      all.addAll(latencies(starts, Measures.ACCEPTED, rate, Placed::accepted));
      all.addAll(latencies(starts, Measures.VISIBLE, rate, Placed::visible));
    }
    List<Comparison> comparisons = comparisons(laboratory, all);
    var verdict = new LatencyVerdict(laboratory.shapes(), comparisons);
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures(all),
        comparisons,
        List.of(
            chart("Order accepted at %.0f orders/s", Measures.ACCEPTED, all),
            chart("Order placed to parcel visible at %.0f orders/s", Measures.VISIBLE, all)),
        all.stream().map(Latencies::raw).toList());
  }

  private static List<Double> rates(Depth depth) {
    return depth == Depth.FULL ? RATES : List.of(DECIDING);
  }

  private static Start measure(RunningSystem system, Depth depth)
      throws IOException, InterruptedException {
    var stream = new OrderStream(system);
    stream.warmUp(WARM_UP_RATE, Duration.ofSeconds(depth == Depth.FULL ? 15 : 3));
    var byRate = new LinkedHashMap<Double, Placed>();
    for (double rate : rates(depth)) {
      Placed placed = stream.place(rate, Duration.ofSeconds(depth == Depth.FULL ? 9 : 5));
      if (placed.load().accepted() < placed.load().intended() || placed.invisible() > 0) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "The %s lost orders at %.0f orders/s: %s of %s accepted (%s), %s without a parcel after a minute",
                system.shape().name(),
                rate,
                placed.load().accepted(),
                placed.load().intended(),
                placed.load().refusals(),
                placed.invisible()));
      }
      byRate.put(rate, placed);
    }
    return new Start(byRate);
  }

  private static List<Latencies> latencies(
      Map<String, List<Start>> starts,
      String measure,
      double rate,
      Function<Placed, Fork> latency) {
    var latencies = new ArrayList<Latencies>();
    starts.forEach(
        (shape, all) ->
            latencies.add(
                new Latencies(
                    shape,
                    measure,
                    rate,
                    all.stream().map(start -> latency.apply(start.at(rate))).toList())));
    return latencies;
  }

  /** At the rate that decides. */
  private List<Comparison> comparisons(Laboratory laboratory, List<Latencies> all)
      throws IOException, InterruptedException {
    var bootstrap = new Bootstrap(text().smallest("latency"));
    var comparisons = new ArrayList<Comparison>();
    for (String measure : List.of(Measures.ACCEPTED, Measures.VISIBLE)) {
      List<Latencies> byShape = deciding(measure, all);
      for (Latencies other : byShape.subList(1, byShape.size())) {
        for (double percentile : Measures.PERCENTILES) {
          String name = Measures.percentile(measure, percentile);
          comparisons.add(
              bootstrap.percentile(
                  name,
                  "µs",
                  percentile,
                  byShape.get(0).sample(),
                  other.sample(),
                  laboratory.band(name)));
        }
      }
    }
    return comparisons;
  }

  private static List<Latencies> deciding(String measure, List<Latencies> all) {
    return all.stream()
        .filter(each -> each.rate() == DECIDING && each.measure().equals(measure))
        .toList();
  }

  private static Map<String, List<Measure>> measures(List<Latencies> all) {
    var measures = new LinkedHashMap<String, List<Measure>>();
    for (Latencies latencies : all) {
      List<Measure> shape = measures.computeIfAbsent(latencies.shape(), first -> new ArrayList<>());
      for (double percentile : Measures.PERCENTILES) {
        String name = Measures.percentile(latencies.measure(), percentile);
        shape.add(
            new Measure(
                String.format(Locale.ROOT, "%s at %.0f/s", name, latencies.rate()),
                latencies.millis(percentile),
                "ms"));
      }
    }
    return measures;
  }

  private static Chart chart(String title, String measure, List<Latencies> all) {
    return Chart.percentiles(
        String.format(Locale.ROOT, title, DECIDING),
        deciding(measure, all).stream().map(Latencies::series).toList());
  }
}
