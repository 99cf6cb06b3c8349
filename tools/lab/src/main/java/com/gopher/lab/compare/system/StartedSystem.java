package com.gopher.lab.compare.system;

import com.gopher.lab.load.HttpConnection;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A shape that runs on the {@link Testbed}. */
final class StartedSystem implements RunningSystem {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final long POLL_MILLIS = 20;

  private final SystemShape shape;
  private final Setup setup;
  private final Path directory;
  private final Budget budget;
  private final Processors processors;
  private final DataDirectory data;
  private final Fleet fleet;
  private final Consumer<StartedSystem> whenClosed;

  // Set by the thread that starts it; read by the one that closes it on Ctrl-C.
  private volatile double cpuBefore;
  private volatile double secondsToReady;
  private volatile double cpuSecondsToReady;

  StartedSystem(
      SystemShape shape,
      Setup setup,
      Path directory,
      Budget budget,
      Processors processors,
      Console console,
      Consumer<StartedSystem> whenClosed) {
    this.shape = shape;
    this.setup = setup;
    this.directory = directory;
    this.budget = budget;
    this.processors = processors;
    this.data = new DataDirectory(directory);
    this.fleet = new Fleet(data, console, READY_WITHIN);
    this.whenClosed = whenClosed;
  }

  void start() throws IOException, InterruptedException {
    cpuBefore = CpuTime.ofEndedChildren();
    long begin = System.nanoTime();
    fleet.bringUp(() -> specs(processors::onAll));
    awaitFirstAnswer();
    secondsToReady = (System.nanoTime() - begin) / 1e9;
    cpuSecondsToReady = cpuSeconds();
    for (RunningProcess process : processes()) {
      processors.pin(process.pid(), budget.systemCpus());
    }
  }

  private List<ProcessSpec> specs(UnaryOperator<List<String>> placed) {
    return shape.assembly().assemble(data, setup).stream()
        .map(this::measured)
        .map(setup.change())
        .map(spec -> spec.with(placed.apply(spec.command())))
        .toList();
  }

  private ProcessSpec measured(ProcessSpec spec) {
    // A second tracker is a tracker: it gets what the first has.
    Double share = shape.heapShares().get(spec.name().replaceFirst("-\\d+$", ""));
    return share == null ? spec : spec.with(JvmFlags.measured(spec.command(), share, budget));
  }

  private void awaitFirstAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    while (!answers()) {
      if (System.nanoTime() > end) {
        throw new IOException("The " + shape.name() + " is ready, but answers no request");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean answers() {
    try (var connection = new HttpConnection(url())) {
      return connection.get("/api/products?limit=1").status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public SystemShape shape() {
    return shape;
  }

  @Override
  public URI url() {
    return process(shape.frontDoor()).url();
  }

  @Override
  public List<RunningProcess> processes() {
    return data.running();
  }

  @Override
  public RunningProcess process(String name) {
    return data.running(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The " + shape.name() + " has no process called " + name));
  }

  @Override
  public double cpuSeconds() {
    return CpuTime.ofEndedChildren()
        - cpuBefore
        + CpuTime.ofLiving(processes().stream().map(RunningProcess::pid).toList());
  }

  @Override
  public long residentBytes() {
    return processes().stream().mapToLong(process -> ResidentMemory.of(process).orElse(0)).sum();
  }

  @Override
  public double secondsToReady() {
    return secondsToReady;
  }

  @Override
  public double cpuSecondsToReady() {
    return cpuSecondsToReady;
  }

  @Override
  public void bringBack() throws IOException, InterruptedException {
    fleet.bringUp(() -> specs(command -> Processors.on(budget.systemCpus(), command)));
    awaitFirstAnswer();
  }

  @Override
  public void signal(String process, String signal) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + signal, "" + process(process).pid())
            .redirectErrorStream(true)
            .start();
    String said = new String(kill.getInputStream().readAllBytes()).strip();
    if (kill.waitFor() != 0) {
      throw new IOException("The " + process + " could not be sent " + signal + ": " + said);
    }
  }

  @Override
  public Path directory() {
    return directory;
  }

  /** Without a farewell: its data is thrown away, and a frozen process would not hear one. */
  @Override
  public void close() {
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
    Directories.delete(directory);
    whenClosed.accept(this);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
