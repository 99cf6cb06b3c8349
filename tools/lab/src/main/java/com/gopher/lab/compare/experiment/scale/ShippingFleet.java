package com.gopher.lab.compare.experiment.scale;

import com.gopher.lab.compare.statistics.Fork;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.system.CpuTime;
import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one fleet of processes that ship did.
 *
 * @param megabytes of all processes of the shape
 * @param copies what each further process that ships holds for itself
 * @param accepted how long customers waited for the shop's answer while shipping was busy, in
 *     microseconds
 */
record ShippingFleet(
    int shippers, double parcelsPerSecond, double megabytes, List<Copy> copies, Fork accepted) {

  private static final String DATABASE = "database";

  /**
   * What is copied along with one more process that ships.
   *
   * @param connections that its pools hold to the database server; not a number if nobody says
   * @param cpuSecondsToStart that the process took until it was ready
   */
  record Copy(double megabytes, double connections, double cpuSecondsToStart) {}

  /** Processor time of each further process that ships so far, in their order. */
  static List<Double> cpuSeconds(RunningSystem system) {
    return furtherShippers(system).stream().map(it -> CpuTime.ofLiving(it.pid())).toList();
  }

  /**
   * @param started what {@link #cpuSeconds} said when the system was ready
   */
  static List<Copy> copies(RunningSystem system, List<Double> started) throws IOException {
    List<RunningProcess> shippers = furtherShippers(system);
    var copies = new ArrayList<Copy>();
    for (int number = 0; number < shippers.size(); number++) {
      RunningProcess process = shippers.get(number);
      copies.add(
          new Copy(
              ResidentMemory.of(process).orElse(0) / 1e6,
              connections(process, system),
              started.get(number)));
    }
    return copies;
  }

  /** Without the first, which is there anyway and may serve customers besides. */
  private static List<RunningProcess> furtherShippers(RunningSystem system) {
    return system.processes().stream()
        .filter(process -> ShippingSabotage.ships(process.name(), system.shape()))
        .filter(process -> !process.name().equals(system.shape().shipping()))
        .toList();
  }

  private static double connections(RunningProcess process, RunningSystem system)
      throws IOException {
    return DatabaseConnections.of(process, system.process(DATABASE).url().getPort());
  }
}
