package com.gopher.lab.bench;

import com.gopher.lab.bench.Report.Figure;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether a shop sells more slowly while nobody takes its records. */
public final class BrokerDeadBenchmark implements Benchmark {

  private static final int CLIENTS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration RUN = Duration.ofSeconds(10);
  private static final int PAIRS = 4;
  private static final double AIM = 0.95;
  private static final int FLOOR_SECONDS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long POLL_MILLIS = 100;

  private final BuiltPrograms programs;

  public BrokerDeadBenchmark(BuiltPrograms programs) {
    this.programs = programs;
  }

  /** Orders per second with the broker alive and dead, each the mean of two runs. */
  private record Pair(double alive, double dead) {

    double ratio() {
      return dead / alive;
    }
  }

  @Override
  public Report run(Path shopJar, Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var city = new MeasuredCity(workplace, "city", programs, MeasuredShop.STANDSTILL, console);
      console.narrate("Starting the city and the bare program ...");
      startAll(city);
      var bare =
          new ForkedFloor(
              workplace, "bare", programs.trackerJar(), BareRoad.class, List.of(city.broker()));
      bare.ask("commits " + FLOOR_SECONDS);
      double commits = Double.parseDouble(bare.ask("commits " + FLOOR_SECONDS));
      bare.end();
      RunningProcess shop = city.process(MeasuredCity.SHOP);
      var load = new OrderLoad(shop.url(), Objects.requireNonNull(shop.managementUrl()));
      console.narrate("Warming up ...");
      rate(load);
      load.closedLoop(CLIENTS, WARM_UP);
      var pairs = new ArrayList<Pair>();
      for (int number = 0; number < PAIRS; number++) {
        settle(city);
        double first = rate(load);
        settle(city);
        city.kill(City.KAFKA);
        double second = rate(load);
        double third = rate(load);
        startAll(city);
        settle(city);
        double fourth = rate(load);
        pairs.add(new Pair((first + fourth) / 2, (second + third) / 2));
        console.narrate(
            String.format(
                "Alive %.0f and %.0f, dead %.0f and %.0f orders/s", first, fourth, second, third));
      }
      return new Report(
          "broker-dead",
          "Does a shop sell more slowly while nobody takes its records?",
          machine,
          figures(commits, pairs),
          method(pairs));
    }
  }

  private static void startAll(MeasuredCity city) throws InterruptedException {
    city.run(City.KAFKA, MeasuredCity.SHOP, City.TRACKER);
  }

  private static double rate(OrderLoad load) {
    return load.closedLoop(CLIENTS, RUN).accepted();
  }

  /** What piled up while the broker was dead must not be carried at the next run's expense. */
  private static void settle(MeasuredCity city) throws IOException, InterruptedException {
    try (var shop = new Metrics(city.process(MeasuredCity.SHOP));
        var tracker = new Metrics(city.process(City.TRACKER))) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      long settled = 0;
      while (settled < 3) {
        if (System.nanoTime() > end) {
          throw new CouldNotRun(
              "The outboxes were not empty after %s minutes; no result was written."
                  .formatted(PATIENCE.toMinutes()));
        }
        Thread.sleep(POLL_MILLIS);
        boolean empty = shop.value("outbox.backlog") == 0 && tracker.value("outbox.backlog") == 0;
        settled = empty ? settled + 1 : 0;
      }
    }
  }

  private static List<Figure> figures(double commits, List<Pair> pairs) {
    List<Double> ratios = pairs.stream().map(Pair::ratio).toList();
    return List.of(
        KnownFloors.rate(
            "bare rows, each with a commit, one thread",
            commits,
            KnownFloors.SINGLE_COMMITS_PER_SECOND,
            "rows/s"),
        Figure.of(
            "orders accepted, broker alive (the floor)",
            Statistics.median(pairs.stream().map(Pair::alive).toList()),
            "orders/s"),
        Figure.of(
            "orders accepted, broker dead",
            Statistics.median(pairs.stream().map(Pair::dead).toList()),
            "orders/s"),
        Figure.atLeast(AIM, "median ratio of the pairs", Statistics.median(ratios), "ratio"),
        Figure.of(
            "lowest ratio of a pair",
            ratios.stream().mapToDouble(it -> it).min().orElseThrow(),
            "ratio"),
        Figure.of(
            "highest ratio of a pair",
            ratios.stream().mapToDouble(it -> it).max().orElseThrow(),
            "ratio"));
  }

  private static List<String> method(List<Pair> pairs) {
    return List.of(
        "One city on the same JDK without flags, H2 in a file with WRITE_DELAY=0, %s clients in a closed loop, %s s a run; an order counts when it was answered with 201."
            .formatted(CLIENTS, RUN.toSeconds()),
        "The broker is killed as by kill -9 and started again on its data: alive, dead, dead, alive, %s times. A run begins when no outbox holds anything that the broker could take."
            .formatted(PAIRS),
        "A living broker and the tracker behind it work on the same processors as the shop; dead, they leave these to it. A ratio"
            + " above 1 shows that, and not that a shop gains by a dead broker.",
        "Alive and dead, orders/s: %s."
            .formatted(
                String.join(
                    "; ",
                    pairs.stream()
                        .map(it -> "%.0f and %.0f".formatted(it.alive(), it.dead()))
                        .toList())));
  }
}
