package com.gopher.course.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The learner's tracker as a process, on free ports. */
final class RunningTracker extends RunningProgram {

  private RunningTracker(Starting starting) throws Failed, InterruptedException {
    super(starting);
  }

  /**
   * Starts a tracker with a database of its own, on what an earlier one has left in the directory.
   *
   * @param kafka host and port of the broker
   * @param settings more options, such as {@code --shipping.preparing=1h}
   * @throws Failed if there is none, or it does not start
   */
  static RunningTracker start(Subject subject, String kafka, Path data, String... settings)
      throws Failed, InterruptedException {
    return ready(
        launch(subject, kafka, "jdbc:h2:file:" + data.resolve("tracker"), List.of(settings)));
  }

  /** Begins to start a tracker on a database that is there. */
  static Starting launch(Subject subject, String kafka, String database, List<String> settings)
      throws Failed {
    var arguments = new ArrayList<String>();
    arguments.add("--spring.kafka.bootstrap-servers=" + kafka);
    arguments.addAll(settings);
    return Starting.of(subject, subject.tracker(), database, arguments);
  }

  /**
   * @throws Failed if it does not start
   */
  static RunningTracker ready(Starting starting) throws Failed, InterruptedException {
    return new RunningTracker(starting);
  }
}
