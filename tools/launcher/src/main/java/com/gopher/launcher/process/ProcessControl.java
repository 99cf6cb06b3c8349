package com.gopher.launcher.process;

import com.gopher.launcher.console.CouldNotRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts and ends single processes; knows nothing of shapes. */
final class ProcessControl {

  /** Then a process that was asked to end is killed. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private static final long POLL_MILLIS = 50;

  private ProcessControl() {}

  /**
   * Starts the process in a session of its own, where the system has that: it must survive its
   * terminal, and Ctrl-C must reach the launcher alone, which then ends everything in order.
   */
  static RunningProcess start(ProcessSpec spec, Path log) {
    var command = new ArrayList<String>();
    if (isInstalled("setsid")) {
      command.add("setsid");
    } else if (isInstalled("nohup")) {
      command.add("nohup");
    }
    command.addAll(forTheOwnerOnly(spec.command()));
    try {
      rotate(log);
      OwnerOnly.makeFile(log);
      prepare(spec, log);
      var builder =
          new ProcessBuilder(command)
              .directory(workingDirectory(spec))
              .redirectInput(new File(isWindows() ? "NUL" : "/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      if (spec.managementUrl() != null) {
        builder
            .environment()
            .putAll(BoundedLog.settings(log, builder.environment(), spec.environment()));
      }
      builder.environment().putAll(spec.environment());
      if (spec.wishes() != null) {
        builder.environment().putAll(spec.wishes().environment());
      }
      long pid = builder.start().pid();
      return new RunningProcess(
          spec.name(),
          pid,
          spec.url(),
          spec.managementUrl(),
          log.toString(),
          Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
          ProcessIdentity.of(pid).orElse("gone"),
          spec.settings(),
          false);
    } catch (IOException e) {
      throw new CouldNotRun(
          "The process %s could not be started (%s). ./shop doctor may tell why."
              .formatted(spec.name(), e.getMessage()),
          e);
    }
  }

  /**
   * What the process writes, only its owner may read. The shell is replaced by the command: no
   * second process comes between.
   */
  private static List<String> forTheOwnerOnly(List<String> command) {
    if (isWindows()) {
      return command;
    }
    var all = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
    all.addAll(command);
    return all;
  }

  private static @Nullable File workingDirectory(ProcessSpec spec) {
    return spec.directory() == null ? null : spec.directory().toFile();
  }

  private static void prepare(ProcessSpec spec, Path log) throws IOException {
    Preparation preparation = spec.preparation();
    if (preparation == null || Files.exists(preparation.done())) {
      return;
    }
    long begin = Files.exists(log) ? Files.size(log) : 0;
    Process process =
        new ProcessBuilder(forTheOwnerOnly(preparation.command()))
            .directory(workingDirectory(spec))
            .redirectInput(new File(isWindows() ? "NUL" : "/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      if (process.waitFor() == 0) {
        return;
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted while the " + spec.name() + " was prepared.", e);
    }
    throw new CouldNotRun(
        "The %s could not be prepared. %s\nIt was not started. Its log: %s",
        spec.name(), LastWords.in(log, begin), log);
  }

  /** Asks the process to end, waits, and kills it if it does not; returns when it is gone. */
  static void end(RunningProcess process) {
    if (!process.isAlive()) {
      return;
    }
    ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
    if (!awaitDeath(process, GRACE)) {
      kill(process);
    }
  }

  /** For a process that no longer answers: it would not hear a polite request either. */
  static void kill(RunningProcess process) {
    if (process.isAlive()) {
      ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
      awaitDeath(process, GRACE);
    }
  }

  /** Waits in short steps and does not stop for an interrupt: what was begun is ended. */
  static boolean awaitDeath(RunningProcess process, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    while ((process.isAlive() || process.isDying()) && System.nanoTime() < end) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !process.isAlive();
  }

  private static void rotate(Path log) {
    try {
      OwnerOnly.makeDirectory(log.getParent());
      if (Files.exists(log) && Files.size(log) > BoundedLog.BYTES) {
        Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv("PATH");
    return !isWindows()
        && path != null
        && List.of(path.split(File.pathSeparator)).stream()
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
