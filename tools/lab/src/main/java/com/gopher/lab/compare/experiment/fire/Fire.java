package com.gopher.lab.compare.experiment.fire;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Mark;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.TemporaryDirectory;
import com.gopher.lab.compare.claim.Turns;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Attempts;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.compare.traffic.Standstill;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.compare.traffic.WarmUp;
import com.gopher.lab.load.Basket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shipping code ruins its process, in the middle of a load. */
public final class Fire implements Experiment {

  private static final double PER_SECOND = 20;
  private static final double CALM_SECONDS = 1;
  private static final double BURNING_SECONDS = 4;

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var record = new EnumMap<FireKind, Map<String, List<Attempts>>>(FireKind.class);
    int life = 0;
    for (SystemShape shape : Turns.of(laboratory.shapes(), laboratory.forks())) {
      laboratory.tell(
          "%s, life %s of %s",
          shape.name(), life++ / laboratory.shapes().size() + 1, laboratory.forks());
      burn(laboratory, shape, record);
    }
    return finding(laboratory, record);
  }

  private static void burn(
      Laboratory laboratory, SystemShape shape, Map<FireKind, Map<String, List<Attempts>>> record)
      throws IOException, InterruptedException {
    try (var temporary = TemporaryDirectory.named("shop-fire")) {
      burn(laboratory, shape, temporary.path(), record);
    }
  }

  private static void burn(
      Laboratory laboratory,
      SystemShape shape,
      Path triggers,
      Map<FireKind, Map<String, List<Attempts>>> record)
      throws IOException, InterruptedException {
    Setup setup =
        ShippingSabotage.in(
            shape,
            Standstill.setup(),
            Map.of("SABOTAGE_TRIGGERS", triggers.toString()),
            Arrays.stream(FireKind.values()).map(fire -> fire.sabotage).toArray(String[]::new));
    try (RunningSystem system = laboratory.start(shape, setup)) {
      Basket basket = Basket.fill(system.url());
      for (FireKind fire : FireKind.values()) {
        laboratory.tell("%s: %s", shape.name(), fire.words);
        WarmUp.await(system, basket, PER_SECOND);
        Attempts attempts = burn(system, basket, triggers.resolve(fire.sabotage));
        record
            .computeIfAbsent(fire, first -> new LinkedHashMap<>())
            .computeIfAbsent(shape.name(), first -> new ArrayList<>())
            .add(attempts);
        if (fire.isFatal && fire.ordinal() < FireKind.values().length - 1) {
          system.bringBack();
        }
      }
    }
  }

  private static Attempts burn(RunningSystem system, Basket basket, Path trigger)
      throws IOException, InterruptedException {
    try (var traffic =
        new Traffic(system.url(), basket, PER_SECOND, CALM_SECONDS + BURNING_SECONDS)) {
      traffic.await(CALM_SECONDS);
      Files.createFile(trigger);
      Attempts attempts = traffic.end();
      Files.delete(trigger);
      return attempts;
    }
  }

  private Finding finding(
      Laboratory laboratory, Map<FireKind, Map<String, List<Attempts>>> record) {
    var shares = new EnumMap<FireKind, Map<String, List<Double>>>(FireKind.class);
    var measures = new LinkedHashMap<String, List<Measure>>();
    var charts = new ArrayList<Chart>();
    for (SystemShape shape : laboratory.shapes()) {
      measures.put(shape.name(), new ArrayList<>());
    }
    record.forEach(
        (fire, byShape) -> {
          charts.add(chart(fire, byShape));
          for (SystemShape shape : laboratory.shapes()) {
            List<Double> ofShape =
                byShape.getOrDefault(shape.name(), List.of()).stream()
                    .map(Fire::whileBurning)
                    .toList();
            shares.computeIfAbsent(fire, first -> new LinkedHashMap<>()).put(shape.name(), ofShape);
            measures
                .get(shape.name())
                .add(
                    new Measure(
                        "accepted in time while " + fire.words,
                        100 * ofShape.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                        "%"));
          }
        });
    var verdict =
        new FireVerdict(
            laboratory.shapes().get(0).name(),
            shares,
            text().smallest("orders accepted in time") / 100);
    return new Finding(
        verdict.verdict(), verdict.because(), measures, List.of(), charts, List.of());
  }

  private static double whileBurning(Attempts attempts) {
    return attempts.between(CALM_SECONDS, CALM_SECONDS + BURNING_SECONDS).shareInTime();
  }

  /** Of the first life of each. */
  private static Chart chart(FireKind fire, Map<String, List<Attempts>> byShape) {
    return Chart.timeline(
        "Orders accepted within a second, while " + fire.words,
        "orders per second",
        Chart.Series.lines(byShape, lives -> lives.get(0).acceptedInTimeBySecond()),
        List.of(new Mark(CALM_SECONDS, "the fire begins")));
  }
}
