package com.gopher.lab.compare.experiment.complexity;

import com.gopher.lab.compare.claim.Measure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What customers met while something was done to the process that ships, in percent.
 *
 * @param accepted orders accepted within a second while it was dead
 * @param shown reads that were answered with the parcel, by anybody, while it was dead
 * @param current those that were answered by somebody who decides about it
 * @param whileAdded reads that were answered while one more was added; 0 where none can be
 */
record Survival(double accepted, double shown, double current, double whileAdded) {

  List<Measure> measures() {
    return List.of(
        new Measure("shipping killed: orders accepted in time", accepted, "%"),
        new Measure("shipping killed: parcels shown", shown, "%"),
        new Measure("shipping killed: parcels shown as they are now", current, "%"),
        new Measure("shipping added: parcels shown", whileAdded, "%"));
  }

  /**
   * What a customer would say of it.
   *
   * @param enough percent from which something counts as going on
   */
  Set<String> goesOn(double enough) {
    var all = new LinkedHashSet<String>();
    if (accepted >= enough) {
      all.add("orders while shipping is dead");
    }
    if (shown >= enough) {
      all.add("parcels while shipping is dead");
    }
    if (current >= enough) {
      all.add("current parcels while one that ships is dead");
    }
    if (whileAdded >= enough) {
      all.add("parcels while one that ships is added");
    }
    return all;
  }
}
