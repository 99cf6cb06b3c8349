package com.gopher.lab.compare.experiment.scale;

import com.gopher.lab.compare.statistics.Fork;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.load.HttpConnection;
import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one fleet of processes that ship did.
 *
 * @param megabytes of all processes of the shape
 * @param copies what each process that ships holds for itself
 * @param accepted how long customers waited for the shop's answer meanwhile, in microseconds
 */
record Fleet(
    int shippers, double parcelsPerSecond, double megabytes, List<Copy> copies, Fork accepted) {

  private static final String POOLS = "/actuator/metrics/hikaricp.connections.max";

  /**
   * What is copied along with one more process that ships.
   *
   * @param connections to the database that its pools may open
   * @param cpuSecondsToStart that the process took until it was ready
   */
  record Copy(double megabytes, double connections, double cpuSecondsToStart) {}

  /** Processor time of each process that ships so far, in their order. */
  static List<Double> cpuSeconds(RunningSystem system) {
    return shippers(system).stream().map(Fleet::cpuSeconds).toList();
  }

  /**
   * @param started what {@link #cpuSeconds} said when the system was ready
   */
  static List<Copy> copies(RunningSystem system, List<Double> started) throws IOException {
    List<RunningProcess> shippers = shippers(system);
    var copies = new ArrayList<Copy>();
    for (int number = 0; number < shippers.size(); number++) {
      RunningProcess process = shippers.get(number);
      copies.add(
          new Copy(
              ResidentMemory.of(process).orElse(0) / 1e6,
              connections(process),
              started.get(number)));
    }
    return copies;
  }

  private static List<RunningProcess> shippers(RunningSystem system) {
    return system.processes().stream()
        .filter(process -> ShippingSabotage.ships(process.name(), system.shape()))
        .toList();
  }

  private static double cpuSeconds(RunningProcess process) {
    return ProcessHandle.of(process.pid())
            .flatMap(handle -> handle.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toNanos()
        / 1e9;
  }

  private static double connections(RunningProcess process) throws IOException {
    try (var connection = new HttpConnection(Objects.requireNonNull(process.managementUrl()))) {
      HttpConnection.Answer answer = connection.get(POOLS);
      if (answer.status() != 200) {
        throw new IOException(
            "The %s does not say how many connections its pools may open: %d"
                .formatted(process.name(), answer.status()));
      }
      return JsonMapper.shared()
          .readTree(answer.body())
          .path("measurements")
          .path(0)
          .path("value")
          .asDouble();
    }
  }
}
