package com.gopher.lab.compare.experiment.scale;

import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.launcher.process.ProcessSpec;

/**
 * Gives each process that ships the same heap, whatever else it does: where processes are
 * multiplied, one that gets the whole budget would seem to need it.
 */
final class SameHeap {

  private SameHeap() {}

  static Setup forThoseThatShip(SystemShape shape, Setup setup, int megabytes) {
    return setup.changing(
        spec -> ShippingSabotage.ships(spec.name(), shape) ? withHeap(spec, megabytes) : spec);
  }

  private static ProcessSpec withHeap(ProcessSpec spec, int megabytes) {
    return spec.with(
        spec.command().stream()
            .map(word -> word.replaceFirst("^(-Xm[sx])\\d+m$", "$1" + megabytes + "m"))
            .toList());
  }
}
