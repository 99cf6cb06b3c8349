package com.gopher.course.check;

import java.nio.file.Path;
import java.util.List;

/** The learner's shop and tracker, relieved of shipping the one and shipping the other. */
record RunningCity(RunningShop shop, RunningTracker tracker) implements AutoCloseable {

  /** Long enough to cancel an order in time. */
  private static final List<String> PARCELS =
      List.of("--shipping.preparing=2s", "--shipping.transit=200ms");

  /**
   * Starts both at the same time, on a Kafka without content.
   *
   * @throws Failed if one of the two does not start
   */
  static RunningCity start(Subject subject, Path data) throws Failed, InterruptedException {
    String kafka = subject.broker().emptied();
    RunningProgram.Starting tracker =
        RunningTracker.launch(subject, kafka, "jdbc:h2:file:" + data.resolve("tracker"), PARCELS);
    try {
      RunningShop shop =
          RunningShop.start(
              subject,
              data,
              "--shop.delivery=extracted",
              "--spring.kafka.bootstrap-servers=" + kafka);
      try {
        return new RunningCity(shop, RunningTracker.ready(tracker));
      } catch (Failed | InterruptedException | RuntimeException e) {
        shop.close();
        throw e;
      }
    } catch (Failed | InterruptedException | RuntimeException e) {
      tracker.close();
      throw e;
    }
  }

  String log() {
    return "The shop's log:\n" + shop.log() + "\nThe tracker's log:\n" + tracker.log();
  }

  @Override
  public void close() {
    shop.close();
    tracker.close();
  }
}
