package com.gopher.lab.bench;

import com.gopher.lab.bench.StartedShape.Cost;
import com.gopher.lab.compare.statistics.PairedRatio;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Processor time for an order in each process, until all that follows from the order is done; of
 * this checkout, and of another one in turns.
 */
public final class OrderCostBenchmark implements Benchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final String OTHER = "other-";

  private final Plan plan;
  private final @Nullable Checkout other;

  /**
   * What is measured.
   *
   * @param seconds of one run
   * @param runs of each checkout at each load
   */
  public record Plan(List<MeasuredShape> shapes, List<OfferedLoad> loads, int seconds, int runs) {}

  /**
   * @param other null if this checkout stands alone
   */
  public OrderCostBenchmark(Plan plan, @Nullable Checkout other) {
    this.plan = plan;
    this.other = other;
  }

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    BenchmarkText text =
        BenchmarkText.of("order-cost")
            .with("run", plan.seconds())
            .with("runs", plan.runs())
            .with("warm-up", WARM_UP)
            .with("other", aboutTheOther());
    for (MeasuredShape shape : plan.shapes()) {
      try (var workplace = new Workplace()) {
        text = measure(shape, text, workplace, console);
      }
    }
    return text.report(machine);
  }

  private String aboutTheOther() {
    return other == null
        ? "No other checkout was measured."
        : "The other checkout is at commit %s. Both run at the same time and are measured in turns (this, other, other, this); the interval of a ratio is where it lies with 95 %% confidence, by the ratios of neighbours."
            .formatted(other.commit());
  }

  private BenchmarkText measure(
      MeasuredShape shape, BenchmarkText before, Workplace workplace, Console console)
      throws IOException, InterruptedException {
    var started = new ArrayList<StartedShape>();
    for (Checkout checkout : checkouts()) {
      console.narrate("Starting a %s of %s ...", shape, checkout.home());
      started.add(
          StartedShape.of(checkout, shape, shape + "-" + started.size(), workplace, console));
    }
    for (StartedShape one : started) {
      one.measure(new OfferedLoad(0), WARM_UP);
    }
    BenchmarkText text = before;
    for (OfferedLoad load : plan.loads()) {
      List<List<Cost>> costs = inTurns(started, load);
      console.narrate(
          "%s at %s, CPU ms an order: %s",
          shape,
          load,
          String.join(" beside ", costs.stream().map(OrderCostBenchmark::tell).toList()));
      text = withCosts(shape, load, costs, text);
    }
    return withStartAndMemory(shape, started, text);
  }

  private List<Checkout> checkouts() {
    return other == null ? List.of(Checkout.ours()) : List.of(Checkout.ours(), other);
  }

  /** By checkout, the runs of one load. */
  private List<List<Cost>> inTurns(List<StartedShape> started, OfferedLoad load)
      throws IOException, InterruptedException {
    List<List<Cost>> costs =
        started.stream().map(it -> (List<Cost>) new ArrayList<Cost>()).toList();
    Duration duration = Duration.ofSeconds(plan.seconds());
    for (int run = 0; run < plan.runs(); run++) {
      for (int turn = 0; turn < started.size(); turn++) {
        int which = run % 2 == 0 ? turn : started.size() - 1 - turn;
        costs.get(which).add(started.get(which).measure(load, duration));
      }
    }
    return costs;
  }

  private static BenchmarkText withCosts(
      MeasuredShape shape, OfferedLoad load, List<List<Cost>> costs, BenchmarkText before) {
    String prefix = "%s, %s: ".formatted(shape, load);
    BenchmarkText text = before;
    String whose = "";
    for (List<Cost> runs : costs) {
      for (String process : shape.processes()) {
        text =
            text.figure(
                prefix,
                whose + process,
                Statistics.median(runs, it -> it.cpuMillis().get(process)));
      }
      if (shape.processes().size() > 1) {
        text = text.figure(prefix, whose + "all", Statistics.median(runs, Cost::all));
      }
      text =
          load.isFullSpeed()
              ? text.figure(prefix, whose + "finished", Statistics.median(runs, Cost::perSecond))
              : text.figure(prefix, whose + "behind", Statistics.median(runs, Cost::behind) * 1e3)
                  .figure(prefix, whose + "refused", runs.stream().mapToLong(Cost::refused).sum());
      whose = OTHER;
    }
    if (costs.size() < 2) {
      return text;
    }
    text = withRatio(prefix, "ratio", costs, Cost::all, text);
    return load.isFullSpeed()
        ? withRatio(prefix, "finished-ratio", costs, Cost::perSecond, text)
        : text;
  }

  private static BenchmarkText withRatio(
      String prefix,
      String key,
      List<List<Cost>> costs,
      ToDoubleFunction<Cost> value,
      BenchmarkText text) {
    List<List<Double>> values =
        costs.stream().map(runs -> runs.stream().mapToDouble(value).boxed().toList()).toList();
    PairedRatio paired = PairedRatio.of(values.get(0), values.get(1));
    return text.figure(prefix, key, paired.ratio())
        .figure(prefix, key + "-low", paired.interval().low())
        .figure(prefix, key + "-high", paired.interval().high());
  }

  private static BenchmarkText withStartAndMemory(
      MeasuredShape shape, List<StartedShape> started, BenchmarkText before) {
    String prefix = shape + ": ";
    BenchmarkText text = before;
    String whose = "";
    for (StartedShape one : started) {
      text =
          text.figure(prefix, whose + "start", one.startSeconds())
              .figure(prefix, whose + "memory", one.megabytes());
      whose = OTHER;
    }
    return text;
  }

  private static String tell(List<Cost> runs) {
    return String.format(Locale.ROOT, "%.2f", Statistics.median(runs, Cost::all));
  }
}
