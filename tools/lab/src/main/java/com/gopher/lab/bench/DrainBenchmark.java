package com.gopher.lab.bench;

import com.gopher.lab.bench.bare.BareDrain;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.machine.Machine;
import com.gopher.lab.system.Waiting;
import com.gopher.lab.topic.TopicReader;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How fast a tracker that was away takes in what has piled up. */
public final class DrainBenchmark implements Benchmark {

  private static final int PARTITIONS = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String APPLIED = "inbound.records?tag=outcome:applied";

  private final BuiltPrograms programs;

  private final int orders;
  private final int warmUp;
  private final int rounds;

  /**
   * @param orders how many wait; as many others are taken in first, to warm up
   */
  public DrainBenchmark(BuiltPrograms programs, int orders, int rounds) {
    this.programs = programs;
    this.orders = orders;
    this.warmUp = orders;
    this.rounds = rounds;
  }

  /**
   * One drain.
   *
   * @param cpuSeconds processor time for an order
   * @param cold orders per second of those taken in first, while the JVM still compiles
   */
  private record Drain(double perSecond, double cpuSeconds, double cold) {}

  /**
   * @param announced orders per second until the outbox was empty as well
   */
  private record TrackersDrain(Drain stored, double announced) {}

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var city = MeasuredSystem.city(workplace, programs, MeasuredSystem.STANDSTILL, console);
      console.narrate("Starting a broker ...");
      city.run(City.KAFKA);
      var floors = new ArrayList<Drain>();
      var shipmentsOnly = new ArrayList<Drain>();
      var trackers = new ArrayList<TrackersDrain>();
      try (var records = new WaitingOrders(city.broker());
          var topics = new TopicReader(city.broker())) {
        topics.make(TopicReader.ORDERS, PARTITIONS);
        for (int round = 0; round < rounds; round++) {
          List<Long> begin = topics.ends(TopicReader.ORDERS);
          records.fill(warmUp + orders);
          if (round % 2 == 0) {
            bareLoop(workplace, city, round, begin, floors, shipmentsOnly);
            trackers.add(tracker(city));
          } else {
            trackers.add(tracker(city));
            bareLoop(workplace, city, round, begin, floors, shipmentsOnly);
          }
          console.narrate(
              "Bare loop %.0f, tracker %.0f orders/s",
              floors.get(round).perSecond(), trackers.get(round).stored().perSecond());
        }
      }
      double floor = Statistics.median(floors, Drain::perSecond);
      double stored = Statistics.median(trackers, it -> it.stored().perSecond());
      return BenchmarkText.of("drain")
          .with("orders", orders)
          .with("warm-up", warmUp)
          .with("rounds", rounds)
          .with("floors", floors.stream().map(Drain::perSecond).toList())
          .with("trackers", trackers.stream().map(it -> it.stored().perSecond()).toList())
          .figure("shipments", Statistics.median(shipmentsOnly, Drain::perSecond))
          .figure("floor", floor)
          .figure("stored", stored)
          .figure("ratio", stored / floor)
          .figure("announced", Statistics.median(trackers, TrackersDrain::announced))
          .figure("cold-floor", Statistics.median(floors, Drain::cold))
          .figure("cold", Statistics.median(trackers, it -> it.stored().cold()))
          .figure("cpu-floor", Statistics.median(floors, Drain::cpuSeconds) * 1e3)
          .figure("cpu", Statistics.median(trackers, it -> it.stored().cpuSeconds()) * 1e3)
          .report(machine);
    }
  }

  private TrackersDrain tracker(MeasuredSystem city) throws IOException, InterruptedException {
    city.run(City.KAFKA, City.TRACKER);
    TrackersDrain drain;
    try (var metrics = new JsonApi(city.process(City.TRACKER).managementUrl())) {
      double first = await(metrics, APPLIED, 1);
      long beginCold = System.nanoTime();
      double counted = await(metrics, APPLIED, warmUp);
      long begin = System.nanoTime();
      double cold = (counted - first) / ((begin - beginCold) / 1e9);
      double cpu = city.cpuSeconds(City.TRACKER);
      double all = await(metrics, APPLIED, warmUp + orders);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double cpuOfOne = (city.cpuSeconds(City.TRACKER) - cpu) / (all - counted);
      await(metrics, "outbox.sent", warmUp + orders);
      double announced = (all - counted) / ((System.nanoTime() - begin) / 1e9);
      drain = new TrackersDrain(new Drain((all - counted) / seconds, cpuOfOne, cold), announced);
    }
    city.run(City.KAFKA);
    return drain;
  }

  private static double await(JsonApi tracker, String query, int atLeast)
      throws IOException, InterruptedException {
    if (!Waiting.until(PATIENCE, () -> tracker.metric(query) >= atLeast)) {
      throw new IOException(
          "the tracker did not finish within %s minutes".formatted(PATIENCE.toMinutes()));
    }
    return tracker.metric(query);
  }

  private void bareLoop(
      Workplace workplace,
      MeasuredSystem city,
      int round,
      List<Long> begin,
      List<Drain> both,
      List<Drain> shipmentsOnly)
      throws IOException {
    var bare =
        new Floor(
            workplace,
            BareDrain.class,
            programs.trackerJar(),
            workplace.directory("bare-" + round).toString(),
            programs.trackerJar().toString(),
            city.broker());
    String task =
        "%s %s %s"
            .formatted(
                warmUp,
                orders,
                begin.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    both.add(drain(bare.ask("drain shipment-and-outbox " + task)));
    shipmentsOnly.add(drain(bare.ask("drain shipment " + task)));
    bare.end();
  }

  private static Drain drain(String answer) {
    String[] words = answer.split(" ");
    return new Drain(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }
}
