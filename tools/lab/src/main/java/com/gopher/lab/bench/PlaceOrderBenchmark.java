package com.gopher.lab.bench;

import com.gopher.lab.bench.OrderLoad.Closed;
import com.gopher.lab.bench.bare.BareShop;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How much of the bare database's speed is left when a shop is built on it. */
public final class PlaceOrderBenchmark implements Benchmark {

  private static final int CLIENTS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final int WARM_UPS = 2;
  private static final Duration RUN = Duration.ofSeconds(15);
  private static final Duration OPEN_RUN = Duration.ofSeconds(30);
  private static final double OPEN_SHARE = 0.5;

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      console.narrate("Starting the shop and the bare program ...");
      var measured = MeasuredSystem.castle(workplace, "shop", console);
      measured.run(Castle.SHOP);
      OrderLoad shop = measured.load();
      var floor = floor(workplace);
      for (int round = 0; round < WARM_UPS; round++) {
        console.narrate(
            "Warming up: shop %.0f orders/s", shop.closedLoop(CLIENTS, WARM_UP).finished());
        console.narrate("Warming up: bare program %.0f orders/s", rate(floor));
      }
      var floors = new ArrayList<Double>();
      var shops = new ArrayList<Closed>();
      double floorCpu = -floor.cpuSeconds();
      double shopCpu = -measured.cpuSeconds(Castle.SHOP);
      for (int pair = 0; pair < 2; pair++) {
        floors.add(rate(floor));
        shops.add(shop.closedLoop(CLIENTS, RUN));
        shops.add(shop.closedLoop(CLIENTS, RUN));
        floors.add(rate(floor));
        console.narrate(
            "Bare program and shop, orders/s: %s and %s",
            tell(floors), tell(shops.stream().map(Closed::finished).toList()));
      }
      floorCpu += floor.cpuSeconds();
      shopCpu += measured.cpuSeconds(Castle.SHOP);
      double floorCost =
          floorCpu / (floors.stream().mapToDouble(rate -> rate * RUN.toSeconds()).sum());
      double shopCost = shopCpu / shops.stream().mapToLong(Closed::orders).sum();
      double finished = Statistics.median(shops, Closed::finished);
      double bare = Statistics.median(floors);
      double rate = finished * OPEN_SHARE;
      console.narrate("Open loop at %.0f orders/s ...", rate);
      Histogram latency = shop.openLoop(rate, OPEN_RUN);
      BenchmarkText text =
          BenchmarkText.of("place-order")
              .with("warm-ups", WARM_UPS)
              .with("warm-up", WARM_UP)
              .with("run", RUN)
              .with("floors", floors)
              .with("shops", shops.stream().map(Closed::finished).toList())
              .figure("floor", bare)
              .figure("accepted", Statistics.median(shops, Closed::accepted))
              .figure("finished", finished)
              .figure("ratio", finished / bare)
              .figure("cpu-floor", floorCost * 1e3)
              .figure("cpu", shopCost * 1e3)
              .figure("backlog", shops.stream().mapToLong(Closed::backlog).max().orElseThrow())
              .figure("offered", rate);
      return withLatency(latency, text).report(machine);
    }
  }

  private static Floor floor(Workplace workplace) throws IOException {
    return new Floor(
        workplace,
        BareShop.class,
        BuiltPrograms.shopJar(),
        workplace.directory("bare").toString(),
        BuiltPrograms.shopJar().toString());
  }

  private static BenchmarkText withLatency(Histogram latency, BenchmarkText text) {
    return text.figure("p50", latency.getValueAtPercentile(50) / 1e3)
        .figure("p90", latency.getValueAtPercentile(90) / 1e3)
        .figure("p99", latency.getValueAtPercentile(99) / 1e3)
        .figure("slowest", latency.getMaxValue() / 1e3);
  }

  private static double rate(Floor floor) throws IOException {
    return floor.number("run " + RUN.toSeconds());
  }

  private static String tell(List<Double> rates) {
    return String.join(
        ", ", rates.stream().map(rate -> String.format(Locale.ROOT, "%.0f", rate)).toList());
  }
}
