package com.gopher.lab.bench;

import com.gopher.lab.bench.Report.Figure;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Path;
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
  private static final double AIM = 0.9;

  @Override
  public Report run(Path shopJar, Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var old = new MeasuredShop(workplace, "old", shopJar, console);
      console.narrate(
          "Letting a shop make its tables, and filling them with " + ORDERS + " orders ...");
      old.start();
      old.stop();
      var filler = new ForkedFloor(workplace, shopJar, old.databaseUrl(), "admin", "");
      filler.fill(ORDERS);
      filler.end();
      OrderLoad full = old.start();
      OrderLoad empty = new MeasuredShop(workplace, "new", shopJar, console).start();
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
            String.format(
                "Without %.0f and %.0f, with %.0f and %.0f orders/s",
                first, fourth, second, third));
      }
      return new Report(
          "big-tables",
          "Is a shop with years of orders behind it slower than a new one?",
          machine,
          List.of(
              Figure.of("new shop (the floor)", Statistics.median(without), "orders/s"),
              Figure.of(
                  "shop with " + ORDERS + " orders", Statistics.median(withOrders), "orders/s"),
              Figure.atLeast(AIM, "median ratio of the pairs", Statistics.median(ratios), "ratio"),
              Figure.of(
                  "lowest ratio of a pair",
                  ratios.stream().mapToDouble(it -> it).min().orElseThrow(),
                  "ratio"),
              Figure.of(
                  "highest ratio of a pair",
                  ratios.stream().mapToDouble(it -> it).max().orElseThrow(),
                  "ratio")),
          List.of(
              "Two shops on the same JDK without flags, H2 in a file with WRITE_DELAY=0, 8 clients in a closed loop; an order counts"
                  + " when its listeners are done.",
              "The old shop's tables hold %s delivered orders with lines, invoice, shipment and tracking history."
                  .formatted(ORDERS),
              "After a warm-up of %s s they take turns (new, old, old, new), %s times, %s s each."
                  .formatted(WARM_UP.toSeconds(), PAIRS, RUN.toSeconds())));
    }
  }

  private static double rate(OrderLoad load) {
    return load.closedLoop(CLIENTS, RUN).finished();
  }
}
