package com.gopher.launcher.process;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stays with a fleet and brings back what dies, with growing pauses.
 *
 * <p>A process that was taken out of the list was ended on purpose, by {@code ./shop down}; then
 * the supervisor ends too.
 */
public final class Supervisor {

  private static final long POLL_MILLIS = 200;

  private final Fleet fleet;
  private final DataDirectory data;
  private final Console console;
  private final Comebacks comebacks = new Comebacks(System.nanoTime());

  public Supervisor(Fleet fleet, DataDirectory data, Console console) {
    this.fleet = fleet;
    this.data = data;
    this.console = console;
  }

  /**
   * Returns when the fleet was taken down by somebody else.
   *
   * @throws CouldNotRun if a process died again and again
   */
  public void keepUp(Supplier<List<ProcessSpec>> specs, List<String> names)
      throws InterruptedException {
    while (true) {
      Thread.sleep(POLL_MILLIS);
      List<RunningProcess> listed = data.running();
      for (String name : names) {
        if (listed.stream().noneMatch(process -> process.name().equals(name))) {
          return;
        }
      }
      List<RunningProcess> dead = listed.stream().filter(process -> !process.isAlive()).toList();
      if (!dead.isEmpty()) {
        bringBack(dead, specs, names);
      }
    }
  }

  private void bringBack(
      List<RunningProcess> dead, Supplier<List<ProcessSpec>> specs, List<String> names)
      throws InterruptedException {
    RunningProcess first = dead.get(0);
    Duration pause = comebacks.pauseBeforeNext(System.nanoTime());
    if (pause == null) {
      throw new CouldNotRun(
          "The %s died %s times in a row; giving up and ending the rest. Its log: %s",
          first.name(), Comebacks.MOST + 1, first.log());
    }
    console.narrate(
        "The %s (pid %s) died; starting it again in %s s.",
        first.name(), first.pid(), pause.toMillis() / 1000.0);
    Thread.sleep(pause.toMillis());
    try {
      List<RunningProcess> back = fleet.bringUp(() -> stillWanted(specs, names));
      back.stream()
          .filter(process -> dead.stream().anyMatch(one -> one.name().equals(process.name())))
          .forEach(
              process ->
                  console.narrate(
                      "The " + process.name() + " is back (pid " + process.pid() + ")."));
    } catch (CouldNotRun failed) {
      if (comebacks.isLast()) {
        throw failed;
      }
      console.narrate(failed.getMessage());
    } finally {
      comebacks.attempted(System.nanoTime());
    }
  }

  /** Asked under the lock: between the death and now somebody may have taken the fleet down. */
  private List<ProcessSpec> stillWanted(Supplier<List<ProcessSpec>> specs, List<String> names) {
    List<String> listed = data.running().stream().map(RunningProcess::name).toList();
    return listed.containsAll(names) ? specs.get() : List.of();
  }
}
