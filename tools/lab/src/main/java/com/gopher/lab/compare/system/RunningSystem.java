package com.gopher.lab.compare.system;

import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.system.CpuTime;
import com.gopher.lab.system.Directories;
import com.gopher.lab.system.SystemUnderTest;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.console.Console;
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

/** A shape that runs on the {@link Testbed}; closing it ends all its processes and its data. */
public final class RunningSystem implements AutoCloseable {

  private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(3);

  private final SystemShape shape;
  private volatile Setup setup;
  private final Path directory;
  private final Budget budget;
  private final Processors processors;
  private final SystemUnderTest system;
  private final Consumer<RunningSystem> whenClosed;

  // Set by the thread that starts it; read by the one that closes it on Ctrl-C.
  private volatile double cpuBefore;
  private volatile double secondsToReady;
  private volatile double cpuSecondsToReady;

  RunningSystem(
      SystemShape shape,
      Setup setup,
      Path directory,
      Budget budget,
      Processors processors,
      Console console,
      Consumer<RunningSystem> whenClosed) {
    this.shape = shape;
    this.setup = setup;
    this.directory = directory;
    this.budget = budget;
    this.processors = processors;
    this.system = new SystemUnderTest(directory, console);
    this.whenClosed = whenClosed;
  }

  void start() throws IOException, InterruptedException {
    cpuBefore = CpuTime.ofEndedChildren();
    long begin = System.nanoTime();
    system.bringUp(() -> specs(processors::onAll));
    awaitFirstAnswer();
    secondsToReady = (System.nanoTime() - begin) / 1e9;
    cpuSecondsToReady = cpuSeconds();
    for (RunningProcess process : processes()) {
      processors.pin(process.pid(), budget.systemCpus());
    }
  }

  private List<ProcessSpec> specs(UnaryOperator<List<String>> placed) {
    return shape.assembly().assemble(system.data(), setup).stream()
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
    if (!Waiting.until(ANSWERS_WITHIN, this::answers)) {
      throw new IOException("The " + shape.name() + " is ready, but answers no request");
    }
  }

  private boolean answers() throws IOException {
    try (var connection = new HttpConnection(url())) {
      return connection.get("/api/products?limit=1").status() == 200;
    }
  }

  public SystemShape shape() {
    return shape;
  }

  /** Where customers send their orders. */
  public URI url() {
    return process(shape.frontDoor()).url();
  }

  /** Of those that were started, also the dead. */
  public List<RunningProcess> processes() {
    return system.processes();
  }

  public RunningProcess process(String name) {
    return system.process(name);
  }

  /** Processor time of all its processes since their start, children included. */
  public double cpuSeconds() {
    return CpuTime.ofEndedChildren()
        - cpuBefore
        + CpuTime.ofLiving(processes().stream().map(RunningProcess::pid).toList());
  }

  /** Resident memory of all its processes. */
  public long residentBytes() {
    return processes().stream().mapToLong(process -> ResidentMemory.of(process).orElse(0)).sum();
  }

  /** From the first start command to the first served request. */
  public double secondsToReady() {
    return secondsToReady;
  }

  /** Processor time of all processes until then. */
  public double cpuSecondsToReady() {
    return cpuSecondsToReady;
  }

  /** Brings back what died, as {@code ./shop up} would; returns when all are ready. */
  public void bringBack() throws IOException, InterruptedException {
    system.bringUp(() -> specs(command -> Processors.on(budget.systemCpus(), command)));
    awaitFirstAnswer();
  }

  /** Has another number of processes share the shipping; returns when all are ready. */
  public void resize(int shippers) throws IOException, InterruptedException {
    setup = setup.withShippers(shippers);
    bringBack();
  }

  /** Sends a signal ({@code KILL}, {@code STOP}, {@code CONT}). */
  public void signal(String process, String signal) throws IOException, InterruptedException {
    system.signal(process, signal);
  }

  /** Where its logs and data are. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    system.close();
    Directories.delete(directory);
    whenClosed.accept(this);
  }
}
