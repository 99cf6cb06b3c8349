package com.gopher.lab.compare.experiment.shareddatabase;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Turns;
import com.gopher.lab.compare.experiment.shareddatabase.SharedDatabaseVerdict.Fared;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
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
import java.util.stream.Stream;

/** A separate process on the same database, beside one process and beside separate databases. */
public final class SharedDatabase implements Experiment {

  private static final double WARM_UP_RATE = 40;
  private static final double RATE = 20;

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var shapes = new ArrayList<>(laboratory.shapes());
    shapes.add(laboratory.furtherShapes().sharingADatabase());
    Map<String, List<Placed>> calm = calm(laboratory, shapes);
    var fared = new LinkedHashMap<String, Fared>();
    for (SystemShape shape : shapes) {
      laboratory.tell("%s: its shipping's database dies", shape.name());
      double withoutDatabase = DatabaseAway.share(laboratory, shape);
      laboratory.tell("%s: shipping alone gets a new version of its own table", shape.name());
      double withNewTable = NewTable.share(laboratory, shape);
      fared.put(shape.name(), new Fared(withoutDatabase, withNewTable));
    }
    return finding(laboratory, shapes, calm, fared);
  }

  private static Map<String, List<Placed>> calm(Laboratory laboratory, List<SystemShape> shapes)
      throws IOException, InterruptedException {
    var placed = new LinkedHashMap<String, List<Placed>>();
    shapes.forEach(shape -> placed.put(shape.name(), new ArrayList<>()));
    for (SystemShape shape : Turns.of(shapes, laboratory.forks())) {
      laboratory.tell("%s: how long an order takes, and its parcel", shape.name());
      try (RunningSystem system = laboratory.start(shape, Standstill.setup())) {
        placed.get(shape.name()).add(calm(system, laboratory.depth()));
      }
    }
    return placed;
  }

  private static Placed calm(RunningSystem system, Depth depth)
      throws IOException, InterruptedException {
    boolean full = depth == Depth.FULL;
    var stream = new OrderStream(system);
    stream.warmUp(WARM_UP_RATE, Duration.ofSeconds(full ? 15 : 3));
    Placed placed = stream.place(RATE, Duration.ofSeconds(full ? 9 : 5));
    if (placed.load().accepted() < placed.load().intended() || placed.invisible() > 0) {
      throw new IOException(
          "The %s lost orders without any fault: %s of %s accepted (%s), %s without a parcel after a minute"
              .formatted(
                  system.shape().name(),
                  placed.load().accepted(),
                  placed.load().intended(),
                  placed.load().refusals(),
                  placed.invisible()));
    }
    return placed;
  }

  private Finding finding(
      Laboratory laboratory,
      List<SystemShape> shapes,
      Map<String, List<Placed>> calm,
      Map<String, Fared> fared)
      throws IOException, InterruptedException {
    List<Latencies> accepted = latencies(Measures.ACCEPTED, calm);
    List<Latencies> visible = latencies(Measures.VISIBLE, calm);
    List<Comparison> comparisons =
        List.of(
            compared(laboratory, Measures.ACCEPTED, accepted),
            compared(laboratory, Measures.VISIBLE, visible));
    var verdict =
        new SharedDatabaseVerdict(
            shapes.get(0).name(),
            laboratory.furtherShapes().sharingADatabase().name(),
            fared,
            comparisons,
            text().smallest("orders accepted, parcels seen") / 100);
    var measures = new LinkedHashMap<String, List<Measure>>();
    for (int number = 0; number < shapes.size(); number++) {
      String shape = shapes.get(number).name();
      measures.put(shape, measures(accepted.get(number), visible.get(number), fared.get(shape)));
    }
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        comparisons,
        List.of(
            chart("Order accepted", accepted), chart("Order placed to parcel visible", visible)),
        Stream.of(accepted, visible).flatMap(List::stream).map(Latencies::raw).toList());
  }

  private static List<Latencies> latencies(String measure, Map<String, List<Placed>> calm) {
    return calm.entrySet().stream()
        .map(
            entry ->
                new Latencies(
                    entry.getKey(),
                    measure,
                    RATE,
                    entry.getValue().stream()
                        .map(measure.equals(Measures.ACCEPTED) ? Placed::accepted : Placed::visible)
                        .toList()))
        .toList();
  }

  /** The one that shares against the first: calls over HTTP against calls of functions. */
  private Comparison compared(Laboratory laboratory, String measure, List<Latencies> byShape)
      throws IOException, InterruptedException {
    String name = Measures.percentile(measure, 50);
    return new Bootstrap(text().smallest("latency"))
        .percentile(
            name,
            "µs",
            50,
            byShape.get(0).sample(),
            byShape.get(byShape.size() - 1).sample(),
            laboratory.band(name));
  }

  private static List<Measure> measures(Latencies accepted, Latencies visible, Fared fared) {
    return List.of(
        new Measure("accepted p50 at 20/s", accepted.millis(50), "ms"),
        new Measure("visible p50 at 20/s", visible.millis(50), "ms"),
        new Measure(
            "accepted in time while shipping's database was away",
            fared.withoutDatabase() * 100,
            "%"),
        new Measure(
            "parcels seen after shipping alone changed its table",
            fared.withNewTable() * 100,
            "%"));
  }

  private static Chart chart(String title, List<Latencies> latencies) {
    return Chart.percentiles(
        title + " at 20 orders/s", latencies.stream().map(Latencies::series).toList());
  }
}
