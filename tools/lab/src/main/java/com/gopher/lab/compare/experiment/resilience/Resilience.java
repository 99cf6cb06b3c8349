package com.gopher.lab.compare.experiment.resilience;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Mark;
import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.experiment.resilience.ResilienceVerdict.Fared;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Attempts;
import com.gopher.lab.compare.traffic.Standstill;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.compare.traffic.WarmUp;
import com.gopher.lab.load.Basket;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The process that ships is away for a while, and comes back. */
public final class Resilience implements Experiment {

  private static final double PER_SECOND = 20;
  private static final double CALM_SECONDS = 2;
  private static final double AFTERWARDS_SECONDS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * What happened to one shape, in seconds since its load began.
   *
   * @param back when all processes were ready again
   */
  record Outage(Attempts attempts, double gone, double called, double back) {

    Fared fared() {
      Attempts during = attempts.between(gone, called);
      double caughtUp = attempts.between(0, called).lastVisible(back);
      return new Fared(during.shareInTime(), attempts.lost(), Math.max(0, caughtUp - called));
    }
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    double away = laboratory.depth() == Depth.FULL ? 30 : 6;
    var outages = new LinkedHashMap<String, Outage>();
    for (SystemShape shape : laboratory.shapes()) {
      laboratory.tell("%s: without %s for %.0f s", shape.name(), shape.shipping(), away);
      try (RunningSystem system = laboratory.start(shape, Standstill.setup())) {
        outages.put(shape.name(), outage(system, away));
      }
    }
    return finding(laboratory, outages);
  }

  private static Outage outage(RunningSystem system, double away)
      throws IOException, InterruptedException {
    Basket basket = Basket.fill(system.url());
    WarmUp.await(system, basket, PER_SECOND);
    try (var traffic =
        new Traffic(system.url(), basket, PER_SECOND, CALM_SECONDS + away + AFTERWARDS_SECONDS)) {
      traffic.await(CALM_SECONDS);
      double gone = traffic.now();
      system.signal(system.shape().shipping(), "KILL");
      traffic.await(CALM_SECONDS + away);
      double called = traffic.now();
      system.bringBack();
      double back = traffic.now();
      return new Outage(traffic.end(system.url(), PATIENCE), gone, called, back);
    }
  }

  private Finding finding(Laboratory laboratory, Map<String, Outage> outages) {
    var fared = new LinkedHashMap<String, Fared>();
    outages.forEach((shape, outage) -> fared.put(shape, outage.fared()));
    var verdict =
        new ResilienceVerdict(
            laboratory.shapes().get(0).name(),
            fared,
            text().smallest("orders accepted in time") / 100);
    var measures = new LinkedHashMap<String, List<Measure>>();
    outages.forEach((shape, outage) -> measures.put(shape, measures(outage)));
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        List.of(),
        List.of(
            timeline(
                "Orders accepted within a second, while the process that ships is away",
                "orders per second",
                outages,
                outage -> outage.attempts().acceptedInTimeBySecond()),
            timeline(
                "How old the shop's knowledge of parcels is in that time",
                "seconds",
                outages,
                outage -> outage.attempts().staleness())),
        List.of());
  }

  private static List<Measure> measures(Outage outage) {
    Fared fared = outage.fared();
    Attempts during = outage.attempts().between(outage.gone(), outage.called());
    return List.of(
        new Measure("orders placed while it was away", during.all().size(), "orders"),
        new Measure("accepted in time while it was away", fared.share() * 100, "%"),
        new Measure("command to start until ready", outage.back() - outage.called(), "s"),
        new Measure("command to start until caught up", fared.catchUpSeconds(), "s"),
        new Measure("accepted orders whose parcel was lost", fared.lost(), "orders"));
  }

  private static Chart timeline(
      String title,
      String yLabel,
      Map<String, Outage> outages,
      Function<Outage, List<Point>> line) {
    List<Mark> marks =
        outages.values().stream()
            .limit(1)
            .flatMap(
                outage ->
                    Stream.of(
                        new Mark(outage.gone(), "it is killed"),
                        new Mark(outage.called(), "it is started again")))
            .toList();
    return Chart.timeline(title, yLabel, Series.lines(outages, line), marks);
  }
}
