package com.gopher.lab.compare.experiment.throughput;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Figure;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.traffic.OrderStream;
import com.gopher.lab.compare.traffic.Standstill;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an order costs each shape, and how many it takes before it falls behind. */
public final class Throughput implements Experiment {

  private static final double WARM_UP_RATE = 80;

  /** Each half as much again as the one before; what no shape keeps ends the climb. */
  private static final List<Double> OFFERED = List.of(40.0, 60.0, 90.0, 135.0, 200.0, 300.0, 450.0);

  private static final Duration STEP = Duration.ofSeconds(3);

  private final Figure<Climb> cost =
      new Figure<>(
          Measures.CPU_PER_ORDER,
          "CPU ms",
          text().smallest("processor time for an order"),
          Climb::cpuMillisPerOrder);
  private final Figure<Climb> knee =
      new Figure<>(
          Measures.ORDERS_PER_SECOND,
          "orders/s",
          text().smallest("orders per second at the knee"),
          Climb::best);

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    Map<String, List<Climb>> climbs =
        laboratory.interleaved(
            laboratory.forks(), Standstill.setup(), system -> climb(system, laboratory));
    var comparisons = new ArrayList<>(cost.compared(laboratory, climbs));
    comparisons.addAll(knee.compared(laboratory, climbs));
    var verdict = new ThroughputVerdict(laboratory.shapes(), comparisons, climbs);
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures(climbs),
        comparisons,
        List.of(cost.bars("Processor time for an order, of all processes", climbs), chart(climbs)),
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
      Climb.Step step = step(offered, stream, system, laboratory);
      if (steps.isEmpty()) {
        ofFirstStep = system.cpuSeconds() - before;
      }
      steps.add(step);
      if (!step.isKept()) {
        // A moment's hiccup of the machine is not the knee.
        Climb.Step again = step(offered, stream, system, laboratory);
        steps.add(again);
        if (!again.isKept()) {
          break;
        }
      }
    }
    return new Climb(steps, ofFirstStep);
  }

  private static Climb.Step step(
      double offered, OrderStream stream, RunningSystem system, Laboratory laboratory)
      throws IOException, InterruptedException {
    Climb.Step step = Climb.Step.of(stream.place(offered, STEP));
    laboratory.tell(
        "%s: %.0f orders/s offered, %.0f complete",
        system.shape().name(), step.offered(), step.complete());
    return step;
  }

  private Map<String, List<Measure>> measures(Map<String, List<Climb>> climbs) {
    var measures = new LinkedHashMap<String, List<Measure>>();
    climbs.forEach(
        (shape, forks) ->
            measures.put(
                shape,
                List.of(
                    cost.mean(forks),
                    knee.mean(forks),
                    new Measure(
                        "highest offered rate that every start kept",
                        forks.stream().mapToDouble(Climb::kept).min().orElse(0),
                        "orders/s"))));
    return measures;
  }

  private static Chart chart(Map<String, List<Climb>> climbs) {
    return Chart.curve(
        "Complete orders by the rate that was offered: where the line bends, the shape is full",
        "orders/s offered",
        "orders/s complete",
        Chart.Series.lines(climbs, Throughput::points));
  }

  /** The mean of the starts that came so far. */
  private static List<Chart.Point> points(List<Climb> forks) {
    var points = new ArrayList<Chart.Point>();
    for (double offered : OFFERED) {
      forks.stream()
          .flatMap(climb -> climb.steps().stream())
          .filter(step -> step.offered() == offered)
          .mapToDouble(Climb.Step::complete)
          .average()
          .ifPresent(complete -> points.add(new Chart.Point(offered, complete)));
    }
    return points;
  }
}
