package com.gopher.lab.bench;

import com.gopher.lab.bench.bare.BareOpenOrders;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long {@code ./shop status} takes to compare what shop and tracker know of open orders. */
public final class CompareOrdersBenchmark implements Benchmark {

  private static final int ORDERS = 100_000;
  private static final int RUNS = 5;

  private final Path clone;
  private final BuiltPrograms programs;

  /**
   * @param clone with the script {@code shop}, and built
   */
  public CompareOrdersBenchmark(Path clone, BuiltPrograms programs) {
    this.clone = clone;
    this.programs = programs;
  }

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      var city = MeasuredSystem.city(workplace, programs, MeasuredSystem.STANDSTILL, console);
      city.run(City.KAFKA, City.TRACKER, City.SHOP);
      console.narrate("Asking for the status of a city without orders ...");
      double floor = median(city, workplace, 0);
      console.narrate("Filling its tables with " + ORDERS + " open orders ...");
      city.stop();
      fill(workplace, city.directory().resolve("shop"), "shop");
      fill(workplace, city.directory().resolve("tracker").resolve("tracker"), "tracker");
      city.run(City.KAFKA, City.TRACKER, City.SHOP);
      double first = status(city, workplace, ORDERS).seconds();
      double again = median(city, workplace, ORDERS);
      return BenchmarkText.of("compare-orders")
          .with("orders", ORDERS)
          .with("runs", RUNS)
          .figure("floor", floor)
          .figure("first", first)
          .figure("again", again)
          .figure("compared", again - floor)
          .report(machine);
    }
  }

  private double median(MeasuredSystem city, Workplace workplace, int orders)
      throws IOException, InterruptedException {
    var seconds = new ArrayList<Double>();
    for (int run = 0; run < RUNS; run++) {
      seconds.add(status(city, workplace, orders).seconds());
    }
    return Statistics.median(seconds);
  }

  private TypedCommand status(MeasuredSystem city, Workplace workplace, int orders)
      throws IOException, InterruptedException {
    TypedCommand status =
        TypedCommand.run(
            clone,
            List.of("./shop", "status", "--data-dir", city.directory().toString()),
            workplace);
    String expected = orders + " open orders are the tracker's, and both know the same";
    if (status.exit() != 0 || !status.output().contains(expected)) {
      throw new IOException("./shop status did not say so: " + status.output().strip());
    }
    return status;
  }

  /**
   * @param database its file without the ending; its password lies beside it
   */
  private void fill(Workplace workplace, Path database, String program) throws IOException {
    var filler =
        new Floor(
            workplace,
            BareOpenOrders.class,
            BuiltPrograms.shopJar(),
            "jdbc:h2:file:" + database,
            "admin",
            database.resolveSibling("database-password").toString());
    filler.ask(program + " " + ORDERS);
    filler.end();
  }
}
