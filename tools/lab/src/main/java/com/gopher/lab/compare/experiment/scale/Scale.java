package com.gopher.lab.compare.experiment.scale;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Figure;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Turns;
import com.gopher.lab.compare.experiment.scale.ShippingFleet.Copy;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.load.Basket;
import com.gopher.launcher.process.ProcessSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Shipping is the bottleneck; more of the processes that ship are started. */
public final class Scale implements Experiment {

  private static final List<Integer> FLEETS = List.of(1, 2, 4);
  private static final String CARRIER = "400ms";

  /** More than the largest fleet can ship, so that there is always something to ship. */
  private static final double PER_SECOND = 15;

  private static final double WARM_UP_SECONDS = 12;
  private static final int HEAP_MEGABYTES = 192;

  private final double smallest = text().smallest("copied along");
  private final List<Figure<Copy>> copied =
      List.of(
          new Figure<>(
              "memory of one more process that ships",
              "MB",
              Measures.MEMORY,
              smallest,
              Copy::megabytes),
          new Figure<>(
              "database connections of one more",
              "connections",
              Measures.MEMORY,
              smallest,
              Copy::connections),
          new Figure<>(
              "processor time to start one more",
              "CPU s",
              Measures.CPU_SECONDS_TO_READY,
              smallest,
              Copy::cpuSecondsToStart));

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var fleets = new LinkedHashMap<String, List<ShippingFleet>>();
    List<Integer> sizes = laboratory.depth() == Depth.FULL ? FLEETS : FLEETS.subList(0, 2);
    Iterator<SystemShape> turns = Turns.of(laboratory.shapes(), sizes.size()).iterator();
    for (int shippers : sizes) {
      for (int number = 0; number < laboratory.shapes().size(); number++) {
        SystemShape shape = turns.next();
        laboratory.tell("%s, %s that ship", shape.name(), shippers);
        try (RunningSystem system = laboratory.start(shape, setup(shape, shippers))) {
          fleets
              .computeIfAbsent(shape.name(), first -> new ArrayList<>())
              .add(measure(system, shippers, laboratory.depth() == Depth.FULL ? 16 : 8));
        }
      }
    }
    return finding(laboratory, fleets);
  }

  private static Setup setup(SystemShape shape, int shippers) {
    Setup setup =
        Setup.plain()
            .with("SHIPPING_PREPARING", "0ms")
            .with("SHIPPING_TRANSIT", "10h")
            .withShippers(shippers);
    return ShippingSabotage.in(shape, setup, Map.of("SABOTAGE_CARRIER", CARRIER), "slow-carrier")
        .changing(
            spec -> ShippingSabotage.ships(spec.name(), shape) ? withTheSameHeap(spec) : spec);
  }

  /**
   * Whatever else it does: where processes are multiplied, one that gets the whole budget would
   * seem to need it.
   */
  private static ProcessSpec withTheSameHeap(ProcessSpec spec) {
    return spec.with(
        spec.command().stream()
            .map(word -> word.replaceFirst("^(-Xm[sx])\\d+m$", "$1" + HEAP_MEGABYTES + "m"))
            .toList());
  }

  private static ShippingFleet measure(RunningSystem system, int shippers, double seconds)
      throws IOException, InterruptedException {
    List<Double> started = ShippingFleet.cpuSeconds(system);
    double end = WARM_UP_SECONDS + seconds;
    try (var traffic = new Traffic(system.url(), Basket.fill(system.url()), PER_SECOND, end + 1)) {
      traffic.await(end + 1);
      List<Copy> copies = ShippingFleet.copies(system, started);
      double megabytes = system.residentBytes() / 1e6;
      long shipped = traffic.shippedBetween(system.url(), WARM_UP_SECONDS, end);
      return new ShippingFleet(
          shippers,
          shipped / seconds,
          megabytes,
          copies,
          traffic.end().between(WARM_UP_SECONDS, end).acceptedMicros());
    }
  }

  private Finding finding(Laboratory laboratory, Map<String, List<ShippingFleet>> fleets)
      throws IOException, InterruptedException {
    var copies = new LinkedHashMap<String, List<Copy>>();
    fleets.forEach(
        (shape, all) ->
            copies.put(shape, all.stream().flatMap(fleet -> fleet.copies().stream()).toList()));
    var along = new ArrayList<Comparison>();
    for (Figure<Copy> figure : copied) {
      if (copies.values().stream().flatMap(List::stream).allMatch(figure::isKnown)) {
        along.addAll(figure.compared(laboratory, copies));
      }
    }
    List<Comparison> slowed = slowed(laboratory, fleets);
    var verdict =
        new ScaleVerdict(
            laboratory.shapes().get(0).name(),
            ScaleVerdict.rates(fleets),
            along,
            slowed,
            text().smallest("growth"));
    var comparisons = new ArrayList<>(along);
    comparisons.addAll(slowed);
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures(fleets, copies),
        comparisons,
        charts(fleets),
        List.of());
  }

  /** Customers of the largest fleets. */
  private List<Comparison> slowed(Laboratory laboratory, Map<String, List<ShippingFleet>> fleets)
      throws IOException, InterruptedException {
    String measure = Measures.percentile(Measures.ACCEPTED, 50);
    var bootstrap = new Bootstrap(text().smallest("slowed down"));
    List<Bootstrap.Sample> samples =
        fleets.entrySet().stream()
            .map(
                entry ->
                    new Bootstrap.Sample(
                        entry.getKey(),
                        List.of(entry.getValue().get(entry.getValue().size() - 1).accepted())))
            .toList();
    Bootstrap.Sample baseline =
        samples.stream()
            .filter(sample -> sample.shape().equals(laboratory.shapes().get(0).name()))
            .findFirst()
            .orElseThrow();
    var comparisons = new ArrayList<Comparison>();
    for (Bootstrap.Sample other : samples) {
      if (other != baseline) {
        comparisons.add(
            bootstrap.percentile(
                measure + " while shipping is busy",
                "µs",
                50,
                baseline,
                other,
                laboratory.band(measure)));
      }
    }
    return comparisons;
  }

  private Map<String, List<Measure>> measures(
      Map<String, List<ShippingFleet>> fleets, Map<String, List<Copy>> copies) {
    var measures = new LinkedHashMap<String, List<Measure>>();
    fleets.forEach(
        (shape, all) -> {
          var ofShape = new ArrayList<Measure>();
          for (ShippingFleet fleet : all) {
            String with = " with %s that ship".formatted(fleet.shippers());
            ofShape.add(new Measure("parcels" + with, fleet.parcelsPerSecond(), "1/s"));
            ofShape.add(new Measure("memory" + with, fleet.megabytes(), "MB"));
            ofShape.add(
                new Measure("accepted p50" + with, fleet.accepted().percentile(50) / 1e3, "ms"));
          }
          copied.forEach(figure -> ofShape.add(figure.mean(copies.getOrDefault(shape, List.of()))));
          measures.put(shape, ofShape);
        });
    return measures;
  }

  private static List<Chart> charts(Map<String, List<ShippingFleet>> fleets) {
    return List.of(
        curve("Parcels shipped", "parcels per second", fleets, ShippingFleet::parcelsPerSecond),
        curve("Memory of all processes", "MB", fleets, ShippingFleet::megabytes));
  }

  private static Chart curve(
      String title,
      String yLabel,
      Map<String, List<ShippingFleet>> fleets,
      ToDoubleFunction<ShippingFleet> figure) {
    return Chart.curve(
        title + ", by processes that ship",
        "processes that ship",
        yLabel,
        Series.lines(
            fleets,
            all ->
                all.stream()
                    .map(fleet -> new Point(fleet.shippers(), figure.applyAsDouble(fleet)))
                    .toList()));
  }
}
