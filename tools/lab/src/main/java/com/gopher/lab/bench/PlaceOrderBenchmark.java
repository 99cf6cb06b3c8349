package com.gopher.lab.bench;

import com.gopher.lab.bench.OrderLoad.Closed;
import com.gopher.lab.bench.Report.Figure;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How much of the bare database's speed is left when a shop is built on it. */
public final class PlaceOrderBenchmark implements Benchmark {

  private static final int CLIENTS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final int WARM_UPS = 2;
  private static final Duration RUN = Duration.ofSeconds(15);
  private static final Duration OPEN_RUN = Duration.ofSeconds(30);
  private static final double OPEN_SHARE = 0.5;
  private static final double AIM = 0.5;

  @Override
  public Report run(Path shopJar, Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      console.narrate("Starting the shop and the bare program ...");
      var measured = new MeasuredShop(workplace, "shop", shopJar, console);
      OrderLoad shop = measured.start();
      var floor = new ForkedFloor(workplace, shopJar);
      for (int round = 0; round < WARM_UPS; round++) {
        console.narrate(
            String.format(
                "Warming up: shop %.0f orders/s", shop.closedLoop(CLIENTS, WARM_UP).finished()));
        console.narrate(String.format("Warming up: bare program %.0f orders/s", floor.run(RUN)));
      }
      var floors = new ArrayList<Double>();
      var shops = new ArrayList<Closed>();
      double floorCpu = -floor.cpuSeconds();
      double shopCpu = -measured.cpuSeconds();
      for (int pair = 0; pair < 2; pair++) {
        floors.add(floor.run(RUN));
        shops.add(shop.closedLoop(CLIENTS, RUN));
        shops.add(shop.closedLoop(CLIENTS, RUN));
        floors.add(floor.run(RUN));
        console.narrate(
            "Bare program and shop, orders/s: %s and %s"
                .formatted(tell(floors), tell(shops.stream().map(Closed::finished).toList())));
      }
      floorCpu += floor.cpuSeconds();
      shopCpu += measured.cpuSeconds();
      double floorCost =
          floorCpu / (floors.stream().mapToDouble(rate -> rate * RUN.toSeconds()).sum());
      double shopCost = shopCpu / shops.stream().mapToLong(Closed::orders).sum();
      double finished = Statistics.median(shops.stream().map(Closed::finished).toList());
      double bare = Statistics.median(floors);
      double rate = finished * OPEN_SHARE;
      console.narrate(String.format("Open loop at %.0f orders/s ...", rate));
      Histogram latency = shop.openLoop(rate, OPEN_RUN);
      return new Report(
          "place-order",
          "How much of the bare database's speed is left when a shop is built on it?",
          machine,
          figures(bare, shops, finished, floorCost, shopCost, rate, latency),
          method(floors, shops));
    }
  }

  private static List<Figure> figures(
      double bare,
      List<Closed> shops,
      double finished,
      double floorCost,
      double shopCost,
      double rate,
      Histogram latency) {
    return List.of(
        Figure.of("bare JDBC program, 8 threads (the floor)", bare, "orders/s"),
        Figure.of(
            "shop, 8 clients, accepted",
            Statistics.median(shops.stream().map(Closed::accepted).toList()),
            "orders/s"),
        Figure.of("shop, 8 clients, accepted and all listeners done", finished, "orders/s"),
        Figure.atLeast(AIM, "shop (all listeners done) to floor", finished / bare, "ratio"),
        Figure.of("bare program: processor time for an order", floorCost * 1e3, "CPU ms"),
        Figure.of("shop: processor time for an order", shopCost * 1e3, "CPU ms"),
        Figure.of(
            "publications not finished at the end of a run (largest)",
            shops.stream().mapToLong(Closed::backlog).max().orElseThrow(),
            "publications"),
        Figure.of("open loop: offered rate", rate, "orders/s"),
        Figure.of(
            "open loop: p50 from the intended send time",
            latency.getValueAtPercentile(50) / 1e3,
            "ms"),
        Figure.of("open loop: p90", latency.getValueAtPercentile(90) / 1e3, "ms"),
        Figure.of("open loop: p99", latency.getValueAtPercentile(99) / 1e3, "ms"),
        Figure.of("open loop: slowest", latency.getMaxValue() / 1e3, "ms"));
  }

  private static List<String> method(List<Double> floors, List<Closed> shops) {
    return List.of(
        "H2 in a file with WRITE_DELAY=0 on both sides; every order has two lines; parcels do not move meanwhile.",
        "The bare program executes every statement and commit that the shop executes until the last listener of an order has"
            + " finished: prepared statements, one connection a thread, the shop's own migrations.",
        "Both run on the same JDK without flags. After %s warm-ups of %s s each they take turns (floor, shop, shop, floor), twice, %s s each; medians are given."
            .formatted(WARM_UPS, WARM_UP.toSeconds(), RUN.toSeconds()),
        "Processor time for an order depends less on what else the machine does than rates do.",
        "The load generator shares the machine with the shop, and its processor time is missing there; the bare program has the"
            + " machine to itself.",
        "Runs of the floor, orders/s: %s; of the shop: %s."
            .formatted(tell(floors), tell(shops.stream().map(Closed::finished).toList())));
  }

  private static String tell(List<Double> rates) {
    return String.join(", ", rates.stream().map(rate -> "%.0f".formatted(rate)).toList());
  }
}
