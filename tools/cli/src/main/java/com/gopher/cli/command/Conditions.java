package com.gopher.cli.command;

import com.gopher.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks all processes of a system what waits in them. */
final class Conditions {

  /** A backlog of an outage is sent within this, or it is no longer just that. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long POLL_MILLIS = 500;

  private final Management management;

  Conditions(Management management) {
    this.management = management;
  }

  /** By the name of the process. */
  Map<String, Condition> of(List<RunningProcess> processes) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (RunningProcess process : processes) {
      conditions.put(process.name(), Condition.of(process, management));
    }
    return conditions;
  }

  /**
   * The same, once nothing needs a person any more, or the patience is over.
   *
   * @param whileWaiting called once if there is something to wait for
   */
  Map<String, Condition> settled(List<RunningProcess> processes, Runnable whileWaiting)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Map<String, Condition> conditions = of(processes);
    if (needAPerson(conditions)) {
      whileWaiting.run();
    }
    while (needAPerson(conditions) && System.nanoTime() < end) {
      Thread.sleep(POLL_MILLIS);
      conditions = of(processes);
    }
    return conditions;
  }

  /** What to do about a process in which something needs a person. */
  static String advice(RunningProcess process) {
    return "Something in the %s needs a person; nothing is lost as long as it waits. Its log: %s"
        .formatted(process.name(), process.log());
  }

  static boolean needAPerson(Map<String, Condition> conditions) {
    return conditions.values().stream().anyMatch(Condition::needsAPerson);
  }
}
