package com.gopher.lab.compare.experiment.fire;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Mark;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
  public String name() {
    return "fire";
  }

  @Override
  public String claim() {
    return "If the kitchen burns, the castle burns.";
  }

  @Override
  public String hypothesis() {
    return "While the shipping code ruins the process it is in, the first shape accepts less than half of its orders in time; every other accepts at least 95 %.";
  }

  @Override
  public List<String> method() {
    return List.of(
        "%.0f orders per second arrive by the clock, whatever the answers. When nearly all of them are accepted in time, and %.0f s later, the shipping code is set on fire, for %.0f s: each call of it throws an exception (the control); or does not return and computes; or ends its process; or keeps memory until nothing is left."
            .formatted(PER_SECOND, CALM_SECONDS, BURNING_SECONDS),
        "The same fault is woven around the same class in each shape: by a jar of its own on the class path of the process that ships, and of no other.",
        "Counted are the orders whose turn came while it burned, and that were accepted within %.0f s; a customer gives up after 3 s."
            .formatted(Attempts.IN_TIME_SECONDS),
        "Nobody puts the fire out or restarts anything while it is measured; afterwards what died is brought back, for the next fire.",
        "All processes of a shape are kept to the same processors: a tracker that computes takes time from the shop as well, as much as the system's scheduler allows.");
  }

  @Override
  public List<String> cannotShow() {
    return List.of(
        "On one machine a fire in one process still heats the others: with a machine for each, the shop would not feel a spinning tracker at all.",
        "A supervisor would bring each of them back; how long that takes is what the experiments deploy and resilience measure.",
        "A castle of several instances behind a balancer survives the death of one; it does not survive the same fault in all of them.");
  }

  @Override
  public boolean comparesFigures() {
    return false;
  }

  @Override
  public Duration expectedDuration(Depth depth) {
    return Duration.ofSeconds(depth == Depth.FULL ? 310 : 105);
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var record = new EnumMap<FireKind, Map<String, List<Attempts>>>(FireKind.class);
    for (int life = 1; life <= laboratory.forks(); life++) {
      var shapes = new ArrayList<>(laboratory.shapes());
      if (life % 2 == 0) {
        Collections.reverse(shapes);
      }
      for (SystemShape shape : shapes) {
        laboratory.tell("%s, life %d of %d".formatted(shape.name(), life, laboratory.forks()));
        burn(laboratory, shape, record);
      }
    }
    return finding(laboratory, record);
  }

  private static void burn(
      Laboratory laboratory, SystemShape shape, Map<FireKind, Map<String, List<Attempts>>> record)
      throws IOException, InterruptedException {
    Path triggers = Files.createTempDirectory("shop-fire");
    Setup setup =
        ShippingSabotage.in(
            shape,
            Standstill.setup(),
            Map.of("SABOTAGE_TRIGGERS", triggers.toString()),
            Arrays.stream(FireKind.values()).map(fire -> fire.sabotage).toArray(String[]::new));
    try (RunningSystem system = laboratory.start(shape, setup)) {
      Basket basket = Basket.fill(system.url());
      for (FireKind fire : FireKind.values()) {
        laboratory.tell("%s: %s".formatted(shape.name(), fire.words));
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
    } finally {
      for (FireKind fire : FireKind.values()) {
        Files.deleteIfExists(triggers.resolve(fire.sabotage));
      }
      Files.delete(triggers);
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

  private static Finding finding(
      Laboratory laboratory, Map<FireKind, Map<String, List<Attempts>>> record) {
    var shares = new EnumMap<FireKind, Map<String, List<Double>>>(FireKind.class);
    var measures = new LinkedHashMap<String, List<Measure>>();
    var charts = new ArrayList<Chart>();
    for (SystemShape shape : laboratory.shapes()) {
      measures.put(shape.name(), new ArrayList<>());
    }
    record.forEach(
        (fire, byShape) -> {
          charts.add(chart(laboratory, fire, byShape));
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
    var verdict = new FireVerdict(laboratory.shapes().get(0).name(), shares);
    return new Finding(
        verdict.verdict(), verdict.because(), measures, List.of(), charts, List.of());
  }

  private static double whileBurning(Attempts attempts) {
    return attempts.between(CALM_SECONDS, CALM_SECONDS + BURNING_SECONDS).shareInTime();
  }

  /** Of the first life of each. */
  private static Chart chart(
      Laboratory laboratory, FireKind fire, Map<String, List<Attempts>> byShape) {
    return new Chart(
        Chart.Kind.TIMELINE,
        "Orders accepted within a second, while " + fire.words,
        "seconds",
        "orders per second",
        laboratory.shapes().stream()
            .map(
                shape ->
                    new Series(
                        shape.name(),
                        byShape
                            .getOrDefault(shape.name(), List.of(new Attempts(List.of())))
                            .get(0)
                            .acceptedInTimeBySecond(),
                        List.of()))
            .toList(),
        List.of(new Mark(CALM_SECONDS, "the fire begins")));
  }
}
