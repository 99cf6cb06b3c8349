package com.gopher.course.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Three trackers that share a database. Each has a transit time that differs by a millisecond: from
 * what a parcel's row says, it is seen which of them has shipped it.
 */
final class Bakeries implements AutoCloseable {

  static final int NUMBER = 3;

  private static final int TRANSIT_MILLIS = 2_000;

  private final List<RunningTracker> trackers = new ArrayList<>();

  private Bakeries() {}

  /**
   * Starts them at the same time.
   *
   * @throws Failed if one of them does not start
   */
  static Bakeries start(Subject subject, String kafka, SharedDatabase database)
      throws Failed, InterruptedException {
    var starting = new ArrayList<RunningProgram.Starting>();
    try {
      for (int number = 1; number <= NUMBER; number++) {
        starting.add(
            RunningTracker.launch(
                subject,
                kafka,
                database.url(),
                List.of(
                    "--database.password-file=" + database.passwordFile(),
                    "--shipping.preparing=1h",
                    "--shipping.transit=" + (TRANSIT_MILLIS + number) + "ms",
                    "--tracker.connections=4")));
      }
      var bakeries = new Bakeries();
      for (RunningProgram.Starting each : starting) {
        bakeries.trackers.add(RunningTracker.ready(each));
      }
      return bakeries;
    } catch (Failed | InterruptedException | RuntimeException e) {
      starting.forEach(RunningProgram.Starting::close);
      throw e;
    }
  }

  /**
   * Which of them has shipped a parcel, from 1, as an expression for its row while it is SHIPPED.
   */
  static String shippedBy() {
    return "DATEDIFF(MILLISECOND, shipped_at, due_at) - " + TRANSIT_MILLIS;
  }

  String log() {
    return trackers.stream().map(RunningProgram::log).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    trackers.forEach(RunningProgram::close);
  }
}
