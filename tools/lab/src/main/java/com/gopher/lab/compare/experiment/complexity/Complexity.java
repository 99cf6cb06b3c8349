package com.gopher.lab.compare.experiment.complexity;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Chart.Series;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Footprint;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Turns;
import com.gopher.lab.compare.experiment.complexity.ComplexityVerdict.Step;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Standstill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The shapes as a stair: what each step takes, and what it brings. */
public final class Complexity implements Experiment {

  private static final int READS = 4_000;
  private static final int FEW_READS = 1_000;

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    List<SystemShape> stair =
        Stream.concat(
                laboratory.shapes().stream(),
                Stream.of(
                    laboratory.furtherShapes().behindAGateway(),
                    laboratory.furtherShapes().withAMap()))
            .toList();
    Map<String, List<Cost>> costs = costs(laboratory, stair);
    var steps = new ArrayList<Step>();
    var measures = new LinkedHashMap<String, List<Measure>>();
    for (SystemShape shape : stair) {
      laboratory.tell("%s: what ships is killed, comes back, and gets company", shape.name());
      Footprint footprint = Footprint.of(shape);
      Survival survival = survival(laboratory, shape);
      List<Cost> ofShape = costs.get(shape.name());
      steps.add(new Step(shape.name(), footprint, mean(ofShape, Cost::megabytes), survival));
      measures.put(shape.name(), measures(footprint, ofShape, survival));
    }
    var verdict =
        new ComplexityVerdict(steps, text().smallest("memory"), text().smallest("what goes on"));
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        List.of(),
        List.of(memory(costs)),
        List.of());
  }

  private static Map<String, List<Cost>> costs(Laboratory laboratory, List<SystemShape> stair)
      throws IOException, InterruptedException {
    int reads = laboratory.depth() == Depth.FULL ? READS : FEW_READS;
    var costs = new LinkedHashMap<String, List<Cost>>();
    stair.forEach(shape -> costs.put(shape.name(), new ArrayList<>()));
    for (SystemShape shape : Turns.of(stair, laboratory.forks())) {
      laboratory.tell("%s: what a start and a read take", shape.name());
      try (RunningSystem system = laboratory.start(shape, Standstill.setup())) {
        costs.get(shape.name()).add(Cost.of(system, reads));
      }
    }
    return costs;
  }

  /** With two that ship, where there can be more than one. */
  private static Survival survival(Laboratory laboratory, SystemShape shape)
      throws IOException, InterruptedException {
    int shippers = shape.road().isEmpty() ? 1 : 2;
    try (RunningSystem system =
        laboratory.start(shape, Standstill.setup().withShippers(shippers))) {
      return new Life(system).survival(shippers);
    }
  }

  private static List<Measure> measures(Footprint footprint, List<Cost> costs, Survival survival) {
    var all = new ArrayList<Measure>();
    all.add(new Measure("processes", footprint.processes(), "processes"));
    all.add(new Measure("ports", footprint.ports(), "ports"));
    all.add(new Measure("settings", footprint.settings(), "entries"));
    all.add(new Measure("memory", mean(costs, Cost::megabytes), "MB"));
    all.add(new Measure("start", mean(costs, Cost::startCpu), "CPU s"));
    double atTheDoor = mean(costs, Cost::atTheDoor);
    all.add(new Measure("a read at the edge", atTheDoor, "CPU ms"));
    all.add(new Measure("beside one at the shop", atTheDoor / mean(costs, Cost::direct), "times"));
    all.addAll(survival.measures());
    return all;
  }

  private static double mean(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    return costs.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static Chart memory(Map<String, List<Cost>> costs) {
    return Chart.bars(
        "Memory of each step when it is ready",
        "shape",
        "MB",
        costs.entrySet().stream()
            .map(
                each ->
                    Series.bars(
                        each.getKey(),
                        List.of(
                            new Measure("memory", mean(each.getValue(), Cost::megabytes), "MB"))))
            .toList());
  }
}
