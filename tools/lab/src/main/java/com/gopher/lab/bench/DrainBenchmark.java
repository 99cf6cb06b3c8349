package com.gopher.lab.bench;

import com.gopher.lab.bench.Report.Figure;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How fast a tracker that was away takes in what has piled up. */
public final class DrainBenchmark implements Benchmark {

  private static final double AIM = 0.5;
  private static final long POLL_MILLIS = 50;
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
  public Report run(Path shopJar, Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var city = new MeasuredCity(workplace, "city", programs, MeasuredShop.STANDSTILL, console);
      console.narrate("Starting a broker ...");
      city.run(City.KAFKA);
      var floors = new ArrayList<Drain>();
      var shipmentsOnly = new ArrayList<Drain>();
      var trackers = new ArrayList<TrackersDrain>();
      try (var records = new OrderRecords(city.broker())) {
        records.makeTopic();
        for (int round = 0; round < rounds; round++) {
          Map<Integer, Long> begin = records.ends();
          records.fill(warmUp + orders);
          if (round % 2 == 0) {
            bareLoop(workplace, city, round, begin, floors, shipmentsOnly);
            trackers.add(tracker(city));
          } else {
            trackers.add(tracker(city));
            bareLoop(workplace, city, round, begin, floors, shipmentsOnly);
          }
          console.narrate(
              String.format(
                  "Bare loop %.0f, tracker %.0f orders/s",
                  floors.get(round).perSecond(), trackers.get(round).stored().perSecond()));
        }
      }
      return new Report(
          "drain",
          "How fast does a tracker that was away take in what has piled up?",
          machine,
          figures(floors, shipmentsOnly, trackers),
          method(floors, trackers));
    }
  }

  private TrackersDrain tracker(MeasuredCity city) throws IOException, InterruptedException {
    city.run(City.KAFKA, City.TRACKER);
    TrackersDrain drain;
    try (var metrics = new Metrics(city.process(City.TRACKER))) {
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

  private static double await(Metrics metrics, String query, int atLeast)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    double value = metrics.value(query);
    while (value < atLeast) {
      requirePatience(end);
      Thread.sleep(POLL_MILLIS);
      value = metrics.value(query);
    }
    return value;
  }

  private static void requirePatience(long end) {
    if (System.nanoTime() > end) {
      throw new CouldNotRun(
          "The tracker did not finish within %s minutes; no result was written."
              .formatted(PATIENCE.toMinutes()));
    }
  }

  private void bareLoop(
      Workplace workplace,
      MeasuredCity city,
      int round,
      Map<Integer, Long> begin,
      List<Drain> both,
      List<Drain> shipmentsOnly)
      throws IOException {
    var bare =
        new ForkedFloor(
            workplace,
            "bare-" + round,
            programs.trackerJar(),
            BareDrain.class,
            List.of(programs.trackerJar().toString(), city.broker()));
    String task =
        "%d %d %s"
            .formatted(
                warmUp,
                orders,
                new TreeMap<>(begin)
                    .values().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    both.add(drain(bare.ask("drain shipment-and-outbox " + task)));
    shipmentsOnly.add(drain(bare.ask("drain shipment " + task)));
    bare.end();
  }

  private static Drain drain(String answer) {
    String[] words = answer.split(" ");
    return new Drain(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  private static List<Figure> figures(
      List<Drain> floors, List<Drain> shipmentsOnly, List<TrackersDrain> trackers) {
    double floor = Statistics.median(floors.stream().map(Drain::perSecond).toList());
    double stored =
        Statistics.median(trackers.stream().map(it -> it.stored().perSecond()).toList());
    return List.of(
        KnownFloors.rate(
            "bare loop that inserts shipments only",
            Statistics.median(shipmentsOnly.stream().map(Drain::perSecond).toList()),
            KnownFloors.POLLED_AND_INSERTED_PER_SECOND,
            "orders/s"),
        Figure.of("bare loop that inserts the tracker's rows (the floor)", floor, "orders/s"),
        Figure.of("tracker, stored", stored, "orders/s"),
        Figure.atLeast(AIM, "tracker to floor", stored / floor, "ratio"),
        Figure.of(
            "tracker, stored and announced",
            Statistics.median(trackers.stream().map(TrackersDrain::announced).toList()),
            "orders/s"),
        Figure.of(
            "the floor right after the start of its JVM",
            Statistics.median(floors.stream().map(Drain::cold).toList()),
            "orders/s"),
        Figure.of(
            "tracker, stored, right after its start",
            Statistics.median(trackers.stream().map(it -> it.stored().cold()).toList()),
            "orders/s"),
        Figure.of(
            "bare loop: processor time for an order",
            Statistics.median(floors.stream().map(Drain::cpuSeconds).toList()) * 1e3,
            "CPU ms"),
        Figure.of(
            "tracker: processor time for an order, announcing included",
            Statistics.median(trackers.stream().map(it -> it.stored().cpuSeconds()).toList()) * 1e3,
            "CPU ms"));
  }

  private List<String> method(List<Drain> floors, List<TrackersDrain> trackers) {
    return List.of(
        "A real broker on one node, six partitions; %s placed orders of two lines lie in the topic before the tracker starts. Both sides take in %s others first, while their JVMs compile (the rates right after the start), then the clock starts."
            .formatted(orders, warmUp),
        "The bare loop polls the same records, 500 at a time, and batch-inserts the same rows (a shipment and the outbox's row that"
            + " announces it) after asking which orders it knows: one thread, one transaction a batch, H2 in a file with"
            + " WRITE_DELAY=0, offsets committed after each batch. It reads no JSON and sends nothing.",
        "The tracker also reads and checks each record, decides, and announces what it stored on its own road meanwhile, on the"
            + " same processors.",
        "Each in a JVM of its own without flags, started anew for each of %s rounds, in turns; medians are given. The first figure is the loop that the value beside it was measured with."
            .formatted(rounds),
        "Runs of the floor, orders/s: %s; of the tracker: %s."
            .formatted(
                tell(floors.stream().map(Drain::perSecond).toList()),
                tell(trackers.stream().map(it -> it.stored().perSecond()).toList())));
  }

  private static String tell(List<Double> rates) {
    return String.join(", ", rates.stream().map(rate -> "%.0f".formatted(rate)).toList());
  }
}
