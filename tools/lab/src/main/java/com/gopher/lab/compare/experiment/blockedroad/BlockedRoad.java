package com.gopher.lab.compare.experiment.blockedroad;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Mark;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.experiment.blockedroad.BlockedRoadVerdict.Fared;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Attempts;
import com.gopher.lab.compare.traffic.Standstill;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.compare.traffic.WarmUp;
import com.gopher.lab.load.Basket;
import com.gopher.lab.proxy.TcpProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The road between the parts of a shape is slow, frozen, cut, or half open. */
public final class BlockedRoad implements Experiment {

  private static final double PER_SECOND = 20;
  private static final double CALM_SECONDS = 2;
  private static final double AFTERWARDS_SECONDS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * What happened to one shape, in seconds since the load began.
   *
   * @param begin of the fault
   * @param end of the fault
   */
  record Blockade(Attempts attempts, double begin, double end) {

    Fared fared() {
      Attempts during = attempts.between(begin, end);
      return new Fared(
          during.shareInTime(),
          during.longestWait(),
          Math.max(0, during.lastVisible(end) - end),
          during.lost());
    }
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    double blocked = laboratory.depth() == Depth.FULL ? 10 : 5;
    var blockades = new EnumMap<RoadFault, Map<String, Blockade>>(RoadFault.class);
    for (SystemShape shape : laboratory.shapes()) {
      laboratory.tell(shape.name());
      try (var proxy = new TcpProxy();
          RunningSystem system =
              laboratory.start(shape, new ProxiedBroker(shape, proxy).in(Standstill.setup()))) {
        Basket basket = Basket.fill(system.url());
        WarmUp.await(system, basket, PER_SECOND);
        for (RoadFault fault : RoadFault.values()) {
          laboratory.tell("%s: %s", shape.name(), fault.words);
          blockades
              .computeIfAbsent(fault, first -> new LinkedHashMap<>())
              .put(shape.name(), blockade(system, proxy, basket, fault, blocked));
        }
      }
    }
    return finding(laboratory.shapes(), blocked, blockades);
  }

  private static Blockade blockade(
      RunningSystem system, TcpProxy proxy, Basket basket, RoadFault fault, double seconds)
      throws IOException, InterruptedException {
    boolean hasRoad = !system.shape().road().isEmpty();
    try (var traffic =
        new Traffic(
            system.url(), basket, PER_SECOND, CALM_SECONDS + seconds + AFTERWARDS_SECONDS)) {
      traffic.await(CALM_SECONDS);
      double begin = traffic.now();
      if (hasRoad) {
        fault.begin(system, proxy);
      }
      traffic.await(CALM_SECONDS + seconds);
      if (hasRoad) {
        fault.end(system, proxy);
      }
      double end = traffic.now();
      return new Blockade(traffic.end(system.url(), PATIENCE), begin, end);
    }
  }

  private Finding finding(
      List<SystemShape> shapes, double blocked, Map<RoadFault, Map<String, Blockade>> blockades) {
    var fared = new EnumMap<RoadFault, Map<String, Fared>>(RoadFault.class);
    var measures = new LinkedHashMap<String, List<Measure>>();
    var charts = new ArrayList<Chart>();
    blockades.forEach(
        (fault, byShape) -> {
          byShape.forEach(
              (shape, blockade) -> {
                fared
                    .computeIfAbsent(fault, first -> new LinkedHashMap<>())
                    .put(shape, blockade.fared());
                measures
                    .computeIfAbsent(shape, first -> new ArrayList<>())
                    .addAll(measures(fault, blockade.fared()));
              });
          charts.add(
              chart(
                  "Orders accepted within a second, while " + fault.words,
                  "orders per second",
                  byShape,
                  blockade -> blockade.attempts().acceptedInTimeBySecond()));
          charts.add(
              chart(
                  "How old the shop's knowledge of parcels is, while " + fault.words,
                  "seconds",
                  byShape,
                  blockade -> blockade.attempts().staleness()));
        });
    var verdict =
        new BlockedRoadVerdict(
            shapes.stream()
                .filter(shape -> !shape.road().isEmpty())
                .map(SystemShape::name)
                .collect(Collectors.toSet()),
            blocked,
            fared,
            text().smallest("longest wait for a visible parcel"));
    return new Finding(
        verdict.verdict(), verdict.because(), measures, List.of(), charts, List.of());
  }

  private static List<Measure> measures(RoadFault fault, Fared fared) {
    String when = " while " + fault.words;
    return List.of(
        new Measure("accepted in time" + when, fared.share() * 100, "%"),
        new Measure("longest wait for a visible parcel" + when, fared.longestWait(), "s"),
        new Measure("recovery after: " + fault.words, fared.recoverySeconds(), "s"),
        new Measure("parcels lost" + when, fared.lost(), "orders"));
  }

  private static Chart chart(
      String title,
      String yLabel,
      Map<String, Blockade> byShape,
      Function<Blockade, List<Point>> line) {
    List<Mark> marks =
        byShape.values().stream()
            .findFirst()
            .map(
                blockade ->
                    List.of(
                        new Mark(blockade.begin(), "the fault begins"),
                        new Mark(blockade.end(), "it ends")))
            .orElse(List.of());
    return Chart.timeline(title, yLabel, Series.lines(byShape, line), marks);
  }
}
