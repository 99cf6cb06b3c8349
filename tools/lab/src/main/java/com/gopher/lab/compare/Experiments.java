package com.gopher.lab.compare;

import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.experiment.blockedroad.BlockedRoad;
import com.gopher.lab.compare.experiment.complexity.Complexity;
import com.gopher.lab.compare.experiment.debug.Debug;
import com.gopher.lab.compare.experiment.deploy.Deploy;
import com.gopher.lab.compare.experiment.fire.Fire;
import com.gopher.lab.compare.experiment.goldenrule.GoldenRule;
import com.gopher.lab.compare.experiment.latency.Latency;
import com.gopher.lab.compare.experiment.maporlist.MapOrList;
import com.gopher.lab.compare.experiment.resilience.Resilience;
import com.gopher.lab.compare.experiment.scale.Scale;
import com.gopher.lab.compare.experiment.selftest.SelfTest;
import com.gopher.lab.compare.experiment.shareddatabase.SharedDatabase;
import com.gopher.lab.compare.experiment.stopwatch.Stopwatch;
import com.gopher.lab.compare.experiment.throughput.Throughput;
import com.gopher.lab.compare.experiment.upgrade.Upgrade;
import java.util.List;
import java.util.stream.Stream;

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
        new SharedDatabase(),
        new Stopwatch());
  }

  /**
   * Those that are run only by name, because they answer no claim of the story, or take long to
   * answer one that most do not ask.
   */
  public static List<Experiment> onRequest() {
    return List.of(new MapOrList(), new Complexity(), new SelfTest());
  }

  /** All that can be asked for by name. */
  public static List<Experiment> byName() {
    return Stream.concat(all().stream(), onRequest().stream()).toList();
  }
}
