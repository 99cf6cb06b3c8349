package com.gopher.lab.compare;

import com.gopher.lab.compare.experiment.Deploy;
import java.util.List;

/** All experiments, in the order in which they are run and reported. */
public final class Experiments {

  private Experiments() {}

  public static List<Experiment> all() {
    return List.of(new Deploy());
  }
}
