package com.gopher.lab.compare.experiment.throughput;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.statistics.Bootstrap;
import com.gopher.lab.compare.statistics.Bootstrap.Values;
import com.gopher.lab.compare.statistics.Comparison;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.OrderStream;
import com.gopher.lab.compare.traffic.Standstill;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How many orders each shape takes and ships before it falls behind. */
public final class Throughput implements Experiment {

  private static final double WARM_UP_RATE = 80;

  /** Each half as much again as the one before; what no shape keeps ends the climb. */
  private static final List<Double> OFFERED = List.of(40.0, 60.0, 90.0, 135.0, 200.0, 300.0, 450.0);

  private static final Duration STEP = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public String claim() {
    return "Roads cost work: the same machine takes fewer orders in a city.";
  }

  @Override
  public String hypothesis() {
    return "With the same processors and the same heap, a shape with a road completes fewer orders"
        + " per second at its best.";
  }

  @Override
  public List<String> method() {
    return List.of(
        "After a warm-up the rate is raised by half, step by step ("
            + STEP.toSeconds()
            + " s each, open loop), until a step is not kept twice in a row. A step is kept if every order is accepted and the last parcel is visible"
            + " no more than "
            + Climb.BEHIND.toMillis()
            + " ms after the last order should have been sent.",
        "An order is complete when its parcel is visible to customers, so each shape does the same work. The rate of a step is its"
            + " complete orders by the time until the last of them; the best step's rate is compared.",
        "Processor time for an order is that of all processes of the shape in the first step, which is the same for all, by the orders.");
  }

  @Override
  public List<String> cannotShow() {
    return List.of(
        "A city may be spread over machines, and then has more processors than one: this compares what a shape makes of the same ones.",
        "Databases are files on the machine; a shared database server would be the limit sooner.",
        "Parcels are prepared but do not move, so the shipping itself costs little in either shape; the experiment scale makes it expensive.");
  }

  @Override
  public Duration expectedDuration(Depth depth) {
    return Duration.ofSeconds(depth == Depth.FULL ? 265 : 85);
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    Map<String, List<Climb>> climbs =
        laboratory.interleaved(
            laboratory.forks(), Standstill.setup(), system -> climb(system, laboratory));
    var comparisons = new ArrayList<Comparison>();
    List<SystemShape> shapes = laboratory.shapes();
    for (SystemShape other : shapes.subList(1, shapes.size())) {
      comparisons.add(
          compared(laboratory, Measures.ORDERS_PER_SECOND, "orders/s", Climb::best, other, climbs));
      comparisons.add(
          compared(
              laboratory,
              Measures.CPU_PER_ORDER,
              "CPU ms",
              Climb::cpuMillisPerOrder,
              other,
              climbs));
    }
    var verdict = new ThroughputVerdict(shapes, comparisons, climbs);
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures(climbs),
        comparisons,
        List.of(chart(climbs)),
        List.of());
  }

  /** Also for the A/A run, whose noise counts only if it was measured as this is. */
  public static Climb climb(RunningSystem system, Laboratory laboratory)
      throws IOException, InterruptedException {
    var stream = new OrderStream(system);
    stream.warmUp(WARM_UP_RATE, Duration.ofSeconds(laboratory.depth() == Depth.FULL ? 6 : 3));
    var steps = new ArrayList<Climb.Step>();
    double before = system.cpuSeconds();
    double ofFirstStep = 0;
    for (double offered : OFFERED) {
      Climb.Step step = Climb.Step.of(stream.place(offered, STEP));
      if (steps.isEmpty()) {
        ofFirstStep = system.cpuSeconds() - before;
      }
      steps.add(step);
      tell(laboratory, system, step);
      if (!step.isKept()) {
        // A moment's hiccup of the machine is not the knee.
        Climb.Step again = Climb.Step.of(stream.place(offered, STEP));
        steps.add(again);
        tell(laboratory, system, again);
        if (!again.isKept()) {
          break;
        }
      }
    }
    return new Climb(steps, ofFirstStep);
  }

  private static void tell(Laboratory laboratory, RunningSystem system, Climb.Step step) {
    laboratory.tell(
        "%s: %.0f orders/s offered, %.0f complete"
            .formatted(system.shape().name(), step.offered(), step.complete()));
  }

  private static Comparison compared(
      Laboratory laboratory,
      String measure,
      String unit,
      ToDoubleFunction<Climb> figure,
      SystemShape other,
      Map<String, List<Climb>> climbs)
      throws IOException, InterruptedException {
    return new Bootstrap()
        .mean(
            measure,
            unit,
            values(laboratory.shapes().get(0).name(), figure, climbs),
            values(other.name(), figure, climbs),
            laboratory.band(measure));
  }

  private static Values values(
      String shape, ToDoubleFunction<Climb> figure, Map<String, List<Climb>> climbs) {
    return new Values(
        shape,
        climbs.getOrDefault(shape, List.of()).stream()
            .map(climb -> figure.applyAsDouble(climb))
            .toList());
  }

  private static Map<String, List<Measure>> measures(Map<String, List<Climb>> climbs) {
    var measures = new LinkedHashMap<String, List<Measure>>();
    climbs.forEach(
        (shape, forks) ->
            measures.put(
                shape,
                List.of(
                    new Measure(
                        Measures.ORDERS_PER_SECOND,
                        values(shape, Climb::best, climbs).mean(),
                        "orders/s"),
                    new Measure(
                        "highest offered rate that every start kept",
                        forks.stream().mapToDouble(Climb::kept).min().orElse(0),
                        "orders/s"),
                    new Measure(
                        Measures.CPU_PER_ORDER,
                        values(shape, Climb::cpuMillisPerOrder, climbs).mean(),
                        "CPU ms"))));
    return measures;
  }

  /** The mean of the starts that came so far. */
  private static Chart chart(Map<String, List<Climb>> climbs) {
    var series = new ArrayList<Chart.Series>();
    climbs.forEach(
        (shape, forks) -> {
          var points = new ArrayList<Chart.Point>();
          for (double offered : OFFERED) {
            forks.stream()
                .flatMap(climb -> climb.steps().stream())
                .filter(step -> step.offered() == offered)
                .mapToDouble(Climb.Step::complete)
                .average()
                .ifPresent(complete -> points.add(new Chart.Point(offered, complete)));
          }
          series.add(new Chart.Series(shape, points, List.of()));
        });
    return new Chart(
        Chart.Kind.CURVE,
        "Complete orders by the rate that was offered: where the line bends, the shape is full",
        "orders/s offered",
        "orders/s complete",
        series,
        List.of());
  }
}
