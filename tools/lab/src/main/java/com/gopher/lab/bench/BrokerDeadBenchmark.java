package com.gopher.lab.bench;

import com.gopher.lab.bench.bare.BareHop;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.machine.Machine;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Whether a shop sells more slowly while nobody takes its records. */
public final class BrokerDeadBenchmark implements Benchmark {

  private static final int CLIENTS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration RUN = Duration.ofSeconds(10);
  private static final int PAIRS = 4;
  private static final int FLOOR_SECONDS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

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
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var city = MeasuredSystem.city(workplace, programs, MeasuredSystem.STANDSTILL, console);
      console.narrate("Starting the city and the bare program ...");
      startAll(city);
      var bare =
          new Floor(
              workplace,
              BareHop.class,
              programs.trackerJar(),
              workplace.directory("bare").toString(),
              city.broker());
      bare.ask("commits " + FLOOR_SECONDS);
      double commits = bare.number("commits " + FLOOR_SECONDS);
      bare.end();
      OrderLoad load = city.load();
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
            "Alive %.0f and %.0f, dead %.0f and %.0f orders/s", first, fourth, second, third);
      }
      return BenchmarkText.of("broker-dead")
          .with("clients", CLIENTS)
          .with("run", RUN)
          .with("pairs", PAIRS)
          .with(
              "rates",
              pairs.stream()
                  .map(it -> String.format(Locale.ROOT, "%.0f and %.0f", it.alive(), it.dead()))
                  .collect(Collectors.joining("; ")))
          .figure("rows", commits)
          .figure("alive", Statistics.median(pairs, Pair::alive))
          .figure("dead", Statistics.median(pairs, Pair::dead))
          .ratios(pairs.stream().map(Pair::ratio).toList())
          .report(machine);
    }
  }

  private static void startAll(MeasuredSystem city) throws InterruptedException {
    city.run(City.KAFKA, City.SHOP, City.TRACKER);
  }

  private static double rate(OrderLoad load) throws IOException, InterruptedException {
    return load.closedLoop(CLIENTS, RUN).accepted();
  }

  /** What piled up while the broker was dead must not be carried at the next run's expense. */
  private static void settle(MeasuredSystem city) throws IOException, InterruptedException {
    try (var shop = new JsonApi(city.process(City.SHOP).managementUrl());
        var tracker = new JsonApi(city.process(City.TRACKER).managementUrl())) {
      var settled = new AtomicInteger();
      if (!Waiting.until(
          PATIENCE,
          () -> {
            boolean empty =
                shop.metric("outbox.backlog") == 0 && tracker.metric("outbox.backlog") == 0;
            settled.set(empty ? settled.get() + 1 : 0);
            return settled.get() == 15;
          })) {
        throw new IOException(
            "the outboxes were not empty after %s minutes".formatted(PATIENCE.toMinutes()));
      }
    }
  }
}
