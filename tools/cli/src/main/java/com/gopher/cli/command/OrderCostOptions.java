package com.gopher.cli.command;

import com.gopher.lab.bench.Checkout;
import com.gopher.lab.bench.MeasuredShape;
import com.gopher.lab.bench.OfferedLoad;
import com.gopher.lab.bench.OrderCostBenchmark;
import com.gopher.launcher.console.CouldNotRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code ./shop bench order-cost} can be asked for. */
final class OrderCostOptions {

  private static final int SECONDS_LIMIT = 600;
  private static final int RUNS_LIMIT = 100;

  @Option(names = "--shapes", paramLabel = "SHAPE", split = ",", defaultValue = "castle,city")
  private List<MeasuredShape> shapes = List.of();

  @Option(names = "--rates", paramLabel = "RATE", split = ",", defaultValue = "20,60,150,full")
  private List<String> rates = List.of();

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "5")
  private int seconds;

  @Option(names = "--runs", paramLabel = "N", defaultValue = "4")
  private int runs;

  @Option(names = "--against", paramLabel = "DIR")
  private @Nullable Path against;

  /**
   * @throws CouldNotRun if something of it cannot be measured
   */
  OrderCostBenchmark benchmark() {
    List<OfferedLoad> loads = rates.stream().map(OfferedLoad::of).distinct().toList();
    checkSeconds(seconds);
    if (runs < (against == null ? 1 : 2) || runs > RUNS_LIMIT) {
      throw new CouldNotRun(
          "--runs must be between 1 and %s, and with --against at least 2: one ratio has no interval. Nothing was measured.",
          RUNS_LIMIT);
    }
    return new OrderCostBenchmark(
        new OrderCostBenchmark.Plan(shapes.stream().distinct().toList(), loads, seconds, runs),
        against == null ? null : Checkout.at(against));
  }

  /**
   * @throws CouldNotRun if no run can take so long
   */
  static void checkSeconds(int seconds) {
    if (seconds < 1 || seconds > SECONDS_LIMIT) {
      throw new CouldNotRun(
          "--seconds must be between 1 and %s. Nothing was measured.", SECONDS_LIMIT);
    }
  }
}
