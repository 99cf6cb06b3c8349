package com.gopher.lab.bench;

import com.gopher.lab.bench.bare.BareShop;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether a shop with years of orders behind it is slower than a new one. */
public final class BigTablesBenchmark implements Benchmark {

  private static final int ORDERS = 200_000;
  private static final int CLIENTS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration RUN = Duration.ofSeconds(10);
  private static final int PAIRS = 4;

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var old = MeasuredSystem.castle(workplace, "old", console);
      console.narrate(
          "Letting a shop make its tables, and filling them with " + ORDERS + " orders ...");
      old.run(Castle.SHOP);
      old.stop();
      var filler =
          new Floor(
              workplace,
              BareShop.class,
              BuiltPrograms.shopJar(),
              old.databaseUrl(),
              "admin",
              old.databasePassword().toString());
      filler.ask("fill " + ORDERS);
      filler.end();
      old.run(Castle.SHOP);
      OrderLoad full = old.load();
      var fresh = MeasuredSystem.castle(workplace, "new", console);
      fresh.run(Castle.SHOP);
      OrderLoad empty = fresh.load();
      console.narrate("Warming both up ...");
      full.closedLoop(CLIENTS, WARM_UP);
      empty.closedLoop(CLIENTS, WARM_UP);
      var withOrders = new ArrayList<Double>();
      var without = new ArrayList<Double>();
      var ratios = new ArrayList<Double>();
      for (int pair = 0; pair < PAIRS; pair++) {
        double first = rate(empty);
        double second = rate(full);
        double third = rate(full);
        double fourth = rate(empty);
        without.addAll(List.of(first, fourth));
        withOrders.addAll(List.of(second, third));
        ratios.add((second + third) / (first + fourth));
        console.narrate(
            "Without %.0f and %.0f, with %.0f and %.0f orders/s", first, fourth, second, third);
      }
      return BenchmarkText.of("big-tables")
          .with("orders", ORDERS)
          .with("warm-up", WARM_UP)
          .with("pairs", PAIRS)
          .with("run", RUN)
          .figure("new", Statistics.median(without))
          .figure("old", Statistics.median(withOrders))
          .ratios(ratios)
          .report(machine);
    }
  }

  private static double rate(OrderLoad load) throws IOException, InterruptedException {
    return load.closedLoop(CLIENTS, RUN).finished();
  }
}
