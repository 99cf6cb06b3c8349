package com.gopher.lab.compare;

import com.gopher.lab.compare.experiment.BlockedRoad;
import com.gopher.lab.compare.experiment.Debug;
import com.gopher.lab.compare.experiment.Deploy;
import com.gopher.lab.compare.experiment.Fire;
import com.gopher.lab.compare.experiment.GoldenRule;
import com.gopher.lab.compare.experiment.Latency;
import com.gopher.lab.compare.experiment.Resilience;
import com.gopher.lab.compare.experiment.Scale;
import com.gopher.lab.compare.experiment.SelfTest;
import com.gopher.lab.compare.experiment.Stopwatch;
import com.gopher.lab.compare.experiment.Throughput;
import com.gopher.lab.compare.experiment.Upgrade;
import java.util.List;

/** All experiments, in the order in which they are run and reported. */
public final class Experiments {

  private Experiments() {}

  public static List<Experiment> all() {
    return List.of(
        new Deploy(),
        new Latency(),
        new Throughput(),
        new Debug(),
        new Fire(),
        new Upgrade(),
        new Resilience(),
        new Scale(),
        new BlockedRoad(),
        new GoldenRule(),
        new Stopwatch());
  }

  /** Those that are run only by name, because they answer no claim of the story. */
  public static List<Experiment> onRequest() {
    return List.of(new SelfTest());
  }
}
