package com.gopher.lab.compare.experiment.noise;

import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.experiment.throughput.Throughput;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.statistics.NoiseBand;
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

/**
 * The A/A run: the same shape again and again, measured as the others will be. What differs is
 * noise, and no comparison may claim less.
 */
public final class Noise {

  private static final double WARM_UP_RATE = 40;
  private static final double RATE = 20;

  /** So that the spread is that of at least four forks. */
  private static final int FEWEST_PAIRS = 2;

  private Noise() {}

  /** How long it takes on a quiet machine. */
  public static Duration expectedDuration(Depth depth) {
    return Duration.ofSeconds(depth == Depth.FULL ? 315 : 48);
  }

  /** How often the one shape is started. */
  public static int starts(Laboratory laboratory) {
    return 2 * Math.max(FEWEST_PAIRS, laboratory.forks());
  }

  /** Starts the first shape twice as often as each shape will be, and returns a band by measure. */
  public static Map<String, Band> measure(Laboratory laboratory)
      throws IOException, InterruptedException {
    SystemShape shape = laboratory.shapes().get(0);
    int starts = starts(laboratory);
    var values = new LinkedHashMap<String, List<Double>>();
    for (int start = 1; start <= starts; start++) {
      laboratory.tell("A/A: the same " + shape.name() + ", " + start + " of " + starts);
      try (RunningSystem system = laboratory.start(shape, Standstill.setup())) {
        sample(system, laboratory)
            .forEach(
                (measure, value) ->
                    values.computeIfAbsent(measure, first -> new ArrayList<>()).add(value));
      }
    }
    var bands = new LinkedHashMap<String, Band>();
    values.forEach(
        (measure, all) -> bands.put(measure, NoiseBand.of(measure, all, laboratory.forks())));
    return bands;
  }

  private static Map<String, Double> sample(RunningSystem system, Laboratory laboratory)
      throws IOException, InterruptedException {
    boolean full = laboratory.depth() == Depth.FULL;
    var values = new LinkedHashMap<String, Double>();
    values.put(Measures.SECONDS_TO_READY, system.secondsToReady());
    values.put(Measures.CPU_SECONDS_TO_READY, system.cpuSecondsToReady());
    values.put(Measures.MEMORY, system.residentBytes() / 1e6);
    var stream = new OrderStream(system);
    stream.warmUp(WARM_UP_RATE, Duration.ofSeconds(full ? 10 : 2));
    double cpu = system.cpuSeconds();
    OrderStream.Placed placed = stream.place(RATE, Duration.ofSeconds(full ? 8 : 3));
    values.put(
        Measures.CPU_PER_ORDER, (system.cpuSeconds() - cpu) / placed.load().accepted() * 1e3);
    for (double percentile : Measures.PERCENTILES) {
      values.put(
          Measures.percentile(Measures.ACCEPTED, percentile),
          placed.accepted().percentile(percentile));
      values.put(
          Measures.percentile(Measures.VISIBLE, percentile),
          placed.visible().percentile(percentile));
    }
    if (full) {
      values.put(Measures.ORDERS_PER_SECOND, Throughput.climb(system, laboratory).best());
    }
    return values;
  }
}
