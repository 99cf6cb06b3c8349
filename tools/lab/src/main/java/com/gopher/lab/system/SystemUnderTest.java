package com.gopher.lab.system;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The processes of one data directory, and all that can be done to them. Closing it ends them; that
 * may be done at any time and by any thread, also twice.
 */
public final class SystemUnderTest implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private static final int DYING_SECONDS = 60;

  private final DataDirectory data;
  private final Fleet fleet;
  private volatile boolean closed;

  public SystemUnderTest(Path directory, Console console) {
    this.data = new DataDirectory(directory);
    this.fleet = new Fleet(data, console, READY_WITHIN);
  }

  public DataDirectory data() {
    return data;
  }

  /**
   * Starts what is missing, starts again what shall be otherwise, and ends what is not named;
   * returns when all are ready.
   */
  public void bringUp(Supplier<List<ProcessSpec>> specs) throws InterruptedException {
    bringUp(specs, () -> {});
  }

  /**
   * @param whenReady called when all are ready
   */
  public void bringUp(Supplier<List<ProcessSpec>> specs, Runnable whenReady)
      throws InterruptedException {
    fleet.bringUp(() -> closed ? List.of() : specs.get(), whenReady);
  }

  /** Of those that were started, also the dead. */
  public List<RunningProcess> processes() {
    return data.running();
  }

  /**
   * @throws IllegalArgumentException if none of this name was started
   */
  public RunningProcess process(String name) {
    return data.running(name)
        .orElseThrow(() -> new IllegalArgumentException("There is no process called " + name));
  }

  /** As {@code kill -9} does; returns when it is dead. */
  public void kill(String name) {
    ProcessHandle.of(process(name).pid())
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  /**
   * As an operator does who is in no hurry; returns when it has ended, or does not for a minute.
   */
  public void end(String name) {
    ProcessHandle.of(process(name).pid())
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().completeOnTimeout(process, DYING_SECONDS, TimeUnit.SECONDS).join();
            });
  }

  /** The process keeps its connections and its memory, and does nothing any more. */
  public void freeze(String name) throws IOException, InterruptedException {
    signal(name, "STOP");
  }

  public void thaw(String name) throws IOException, InterruptedException {
    signal(name, "CONT");
  }

  /**
   * @param signal for example {@code KILL}
   */
  public void signal(String name, String signal) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + signal, "" + process(name).pid())
            .redirectErrorStream(true)
            .start();
    String said = new String(kill.getInputStream().readAllBytes()).strip();
    if (kill.waitFor() != 0) {
      throw new IOException("The %s could not be sent %s: %s".formatted(name, signal, said));
    }
  }

  /** Processor time that a living process has used since its start. */
  public double cpuSeconds(String name) {
    return CpuTime.ofLiving(process(name).pid());
  }

  /** Ends all in order and keeps their data; they can be brought up again. */
  public void takeDown() {
    fleet.takeDown();
  }

  /** Without a farewell: its data is thrown away, and a frozen process would not hear one. */
  @Override
  public void close() {
    closed = true;
    // An interrupted thread could not lock the directory; the interrupt is kept for its owner.
    boolean interrupted = Thread.interrupted();
    List<ProcessHandle> ending =
        processes().stream()
            .filter(RunningProcess::isAlive)
            .flatMap(process -> ProcessHandle.of(process.pid()).stream())
            .toList();
    ending.forEach(ProcessHandle::destroyForcibly);
    fleet.takeDown();
    // Their processor time is added to this program's when they are collected, which is a moment
    // after their end; without waiting it would be charged to the system that is started next.
    ending.forEach(handle -> handle.onExit().join());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
