package com.gopher.lab.compare;

import com.gopher.lab.compare.experiment.BlockedRoad;
import com.gopher.lab.compare.experiment.Deploy;
import com.gopher.lab.compare.experiment.Fire;
import com.gopher.lab.compare.experiment.Resilience;
import com.gopher.lab.compare.experiment.Scale;
import java.util.List;

/** All experiments, in the order in which they are run and reported. */
public final class Experiments {

  private Experiments() {}

  public static List<Experiment> all() {
    return List.of(new Deploy(), new Fire(), new Resilience(), new Scale(), new BlockedRoad());
  }
}
