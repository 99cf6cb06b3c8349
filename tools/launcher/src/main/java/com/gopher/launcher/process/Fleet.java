package com.gopher.launcher.process;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The processes of one data directory: brings them up, keeps them up, takes them down. */
public final class Fleet {

  private static final long POLL_MILLIS = 100;
  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(15);

  /** For one that has answered before; one that is still starting gets the time to start. */
  private static final Duration PATIENCE_WITH_SILENCE = Duration.ofSeconds(10);

  private final DataDirectory data;
  private final Console console;
  private final Duration readyWithin;

  public Fleet(DataDirectory data, Console console, Duration readyWithin) {
    this.data = data;
    this.console = console;
    this.readyWithin = readyWithin;
  }

  /**
   * Starts what is missing, dead or not answering, restarts what shall have other settings, leaves
   * what runs, ends what the shape no longer has, and returns when all are ready.
   *
   * @param specs asked for only once the data directory is locked, so that they may look at what
   *     runs there; without any nothing is done
   * @throws CouldNotRun if something stands in the way; then nothing that this call started is left
   *     running
   */
  public List<RunningProcess> bringUp(Supplier<List<ProcessSpec>> specs)
      throws InterruptedException {
    return bringUp(specs, () -> {});
  }

  /**
   * @param whenReady called when all are ready, before the data directory is unlocked
   */
  public List<RunningProcess> bringUp(Supplier<List<ProcessSpec>> specs, Runnable whenReady)
      throws InterruptedException {
    data.create();
    try (Closeable lock =
        data.lock(
            () ->
                console.narrate(
                    "Another ./shop works on this data directory; waiting for it ..."))) {
      List<ProcessSpec> wanted = specs.get();
      if (!wanted.isEmpty()) {
        bringUpLocked(wanted);
        whenReady.run();
      }
      return data.running();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void bringUpLocked(List<ProcessSpec> specs) throws InterruptedException {
    var missing = new ArrayList<ProcessSpec>();
    var changed = new ArrayList<ProcessSpec>();
    for (ProcessSpec spec : specs) {
      refuseToMove(spec);
      if (!isLeftRunning(spec)) {
        missing.add(spec);
      } else if (!spec.settings().equals(data.running(spec.name()).orElseThrow().settings())) {
        changed.add(spec);
      }
    }
    missing.forEach(this::refuseIfObstructed);
    List<RunningProcess> before = data.running();
    var started = new ArrayList<RunningProcess>();
    var logStarts = new HashMap<String, Long>();
    try {
      for (ProcessSpec spec : missing) {
        start(spec, started, logStarts);
        if (spec.isAwaited()) {
          awaitReady(data.running(spec.name()).orElseThrow(), logStarts);
        }
      }
      for (ProcessSpec spec : specs) {
        if (!changed.contains(spec)) {
          awaitAndNote(spec, logStarts);
        }
      }
      // Last, so that what serves already goes on serving until everything it needs is there.
      for (ProcessSpec spec : changed) {
        startWithOtherSettings(spec, started, logStarts);
      }
      endWhatIsNotIn(specs);
    } catch (CouldNotRun | InterruptedException | UncheckedIOException e) {
      Collections.reverse(started);
      started.forEach(this::endAndForget);
      before.forEach(data::add);
      throw e;
    }
  }

  private void startWithOtherSettings(
      ProcessSpec spec, List<RunningProcess> started, Map<String, Long> logStarts)
      throws InterruptedException {
    console.narrate("The " + spec.name() + " gets other settings; starting it again.");
    ProcessControl.end(data.running(spec.name()).orElseThrow());
    try {
      start(spec, started, logStarts);
      awaitAndNote(spec, logStarts);
    } catch (CouldNotRun e) {
      throw new CouldNotRun(
          "%s\nThe %s that ran before was ended for this. To have it again as it was, start it as you did before."
              .formatted(e.getMessage(), spec.name()),
          e);
    }
  }

  private void start(ProcessSpec spec, List<RunningProcess> started, Map<String, Long> logStarts) {
    Path log = data.log(spec.name());
    logStarts.put(spec.name(), size(log));
    RunningProcess process = ProcessControl.start(spec, log);
    started.add(process);
    data.add(process);
  }

  private void awaitAndNote(ProcessSpec spec, Map<String, Long> logStarts)
      throws InterruptedException {
    RunningProcess process = data.running(spec.name()).orElseThrow();
    awaitReady(process, logStarts);
    data.add(process.ready());
    data.rememberPorts(
        spec.ports().stream().collect(Collectors.toMap(Port::purpose, Port::number)));
  }

  private void endWhatIsNotIn(List<ProcessSpec> specs) {
    List<String> names = specs.stream().map(ProcessSpec::name).toList();
    data.order(names);
    var surplus =
        new ArrayList<>(
            data.running().stream().filter(process -> !names.contains(process.name())).toList());
    Collections.reverse(surplus);
    surplus.forEach(this::endAndForget);
  }

  private void refuseToMove(ProcessSpec spec) {
    data.running(spec.name())
        .filter(process -> process.isAlive() && !process.url().equals(spec.url()))
        .ifPresent(
            process -> {
              throw new CouldNotRun(
                  "The %s already runs at %s. Nothing was changed. To move it: ./shop down, then ./shop up with the new port."
                      .formatted(spec.name(), process.url()));
            });
  }

  /** Decides whether what the list says about this process may stay as it is; ends what may not. */
  private boolean isLeftRunning(ProcessSpec spec) throws InterruptedException {
    Optional<RunningProcess> known = data.running(spec.name());
    if (known.isEmpty()) {
      return false;
    }
    RunningProcess process = known.get();
    if (!process.isAlive()) {
      ProcessControl.awaitDeath(process, PATIENCE_WITH_SILENCE);
      return false;
    }
    if (answersWithin(process, process.wasReady() ? PATIENCE_WITH_SILENCE : readyWithin)) {
      return true;
    }
    if (process.isAlive()) {
      console.narrate(
          "The %s (pid %s) runs but does not answer; replacing it."
              .formatted(spec.name(), process.pid()));
      ProcessControl.kill(process);
    }
    return false;
  }

  private static boolean answersWithin(RunningProcess process, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (process.probe().isAnswering()) {
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  private void refuseIfObstructed(ProcessSpec spec) {
    for (Port port : spec.ports()) {
      if (Ports.isTaken(port.number())) {
        throw new CouldNotRun(
            "Port %s is in use%s. Nothing was started. End that process, or choose another port%s"
                .formatted(
                    port.number(),
                    Ports.owner(port.number()).map(owner -> " by " + owner).orElse(""),
                    port.option() == null ? "." : ": " + port.option() + " PORT"));
      }
    }
    if (spec.exclusiveFile() != null) {
      DatabaseLock.holder(spec.exclusiveFile())
          .ifPresent(
              holder -> {
                throw new CouldNotRun(
                    "The database %s is locked: %s has it open. Nothing was started. End that process, or choose another directory: --data-dir DIR"
                        .formatted(spec.exclusiveFile(), holder));
              });
    }
  }

  private void awaitReady(RunningProcess process, Map<String, Long> logStarts)
      throws InterruptedException {
    long begin = System.nanoTime();
    long nextWord = PROGRESS_EVERY.toNanos();
    while (!process.probe().isReady()) {
      long waited = System.nanoTime() - begin;
      long logStart = logStarts.getOrDefault(process.name(), size(process.logFile()));
      if (!process.isAlive()) {
        throw new CouldNotRun(
            "The %s ended before it was ready. %s\nNothing was left running that this command started. Its log: %s"
                .formatted(
                    process.name(), LastWords.in(process.logFile(), logStart), process.logFile()));
      }
      if (waited > readyWithin.toNanos()) {
        throw new CouldNotRun(
            "The %s was not ready after %s s. %s\nNothing was left running that this command started. Its log: %s"
                .formatted(
                    process.name(),
                    readyWithin.toSeconds(),
                    LastWords.in(process.logFile(), logStart),
                    process.logFile()));
      }
      if (waited > nextWord) {
        console.narrate(
            "Still waiting for the " + process.name() + " (" + waited / 1_000_000_000 + " s) ...");
        nextWord += PROGRESS_EVERY.toNanos();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Ends everything in the list, the last started first; returns what was ended, in that order. */
  public List<RunningProcess> takeDown() {
    if (!Files.isDirectory(data.root())) {
      return List.of();
    }
    try (Closeable lock =
        data.lock(
            () ->
                console.narrate(
                    "Another ./shop works on this data directory; waiting for it ..."))) {
      var processes = new ArrayList<>(data.running());
      Collections.reverse(processes);
      List<RunningProcess> alive = processes.stream().filter(RunningProcess::isAlive).toList();
      processes.forEach(this::endAndForget);
      return alive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endAndForget(RunningProcess process) {
    ProcessControl.end(process);
    data.remove(process);
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
