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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The processes of one data directory: brings them up, keeps them up, takes them down. */
public final class Fleet {

  /** For one that has answered before; one that is still starting gets the time to start. */
  private static final Duration PATIENCE_WITH_SILENCE = Duration.ofSeconds(10);

  private final DataDirectory data;
  private final Console console;
  private final Readiness readiness;
  private final Obstacles obstacles;

  public Fleet(DataDirectory data, Console console, Duration readyWithin) {
    this.data = data;
    this.console = console;
    this.readiness = new Readiness(console, readyWithin);
    this.obstacles = new Obstacles(data);
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
    try (Closeable lock = lock()) {
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
    obstacles.refuseOnePortForTwo(specs);
    var missing = new ArrayList<ProcessSpec>();
    var changed = new ArrayList<ProcessSpec>();
    for (ProcessSpec spec : specs) {
      obstacles.refuseToMove(spec);
      if (!isLeftRunning(spec)) {
        missing.add(spec);
      } else if (spec.isToStartAgain()
          || !spec.settings().equals(data.running(spec.name()).orElseThrow().settings())) {
        changed.add(spec);
      }
    }
    missing.forEach(obstacles::refuseIfObstructed);
    List<RunningProcess> before = data.running();
    var started = new ArrayList<RunningProcess>();
    var logStarts = new HashMap<String, Long>();
    try {
      for (ProcessSpec spec : missing) {
        start(spec, started, logStarts);
        if (spec.isAwaited()) {
          readiness.await(data.running(spec.name()).orElseThrow(), logStarts);
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
      specs.stream()
          .map(ProcessSpec::exclusiveFile)
          .filter(Objects::nonNull)
          .map(ExclusiveFile::path)
          .forEach(LostDatabase::note);
    } catch (CouldNotRun | InterruptedException | UncheckedIOException e) {
      end(started);
      try {
        started.forEach(data::remove);
        before.forEach(data::add);
      } catch (CouldNotRun listIsLeftAsItIs) {
        e.addSuppressed(listIsLeftAsItIs);
      }
      throw e;
    }
  }

  /** The last started first, and whatever may become of the list of what runs. */
  private static void end(List<RunningProcess> started) {
    var lastFirst = new ArrayList<>(started);
    Collections.reverse(lastFirst);
    lastFirst.forEach(ProcessControl::end);
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
    logStarts.put(spec.name(), Readiness.size(log));
    RunningProcess process = ProcessControl.start(spec, log);
    started.add(process);
    data.add(process);
  }

  private void awaitAndNote(ProcessSpec spec, Map<String, Long> logStarts)
      throws InterruptedException {
    RunningProcess process = data.running(spec.name()).orElseThrow();
    readiness.await(process, logStarts);
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
    if (readiness.answers(process, PATIENCE_WITH_SILENCE)) {
      return true;
    }
    if (process.isAlive()) {
      console.narrate(
          "The %s (pid %s) runs but does not answer; replacing it.", spec.name(), process.pid());
      ProcessControl.kill(process);
    }
    return false;
  }

  /** Ends everything in the list, the last started first; returns what was ended, in that order. */
  public List<RunningProcess> takeDown() {
    if (!Files.isDirectory(data.root())) {
      return List.of();
    }
    try (Closeable lock = lock()) {
      var processes = new ArrayList<>(data.running());
      Collections.reverse(processes);
      List<RunningProcess> alive = processes.stream().filter(RunningProcess::isAlive).toList();
      processes.forEach(ProcessControl::end);
      data.removeAll();
      return alive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endAndForget(RunningProcess process) {
    ProcessControl.end(process);
    data.remove(process);
  }

  private Closeable lock() {
    return data.lock(
        () -> console.narrate("Another ./shop works on this data directory; waiting for it ..."));
  }
}
