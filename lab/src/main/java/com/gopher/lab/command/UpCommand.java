package com.gopher.lab.command;

import com.gopher.lab.console.Console;
import com.gopher.lab.console.CouldNotRun;
import com.gopher.lab.jvm.FastStart;
import com.gopher.lab.jvm.Jdk;
import com.gopher.lab.process.DataDirectory;
import com.gopher.lab.process.Fleet;
import com.gopher.lab.process.ProcessSpec;
import com.gopher.lab.process.RunningProcess;
import com.gopher.lab.process.Supervisor;
import com.gopher.lab.shape.Castle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a shape of the system and stays with it, or returns when it is ready. */
@Command(
    name = "up",
    description = {
      "Starts the shop, waits until it is ready and keeps it running; Ctrl-C ends it.",
      "On a data directory where it runs already: starts only what is missing, dead or not answering.",
      "The environment reaches the shop, for example SHIPPING_PREPARING=200ms."
    },
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  private static final Duration FAREWELL = Duration.ofSeconds(60);

  enum ShapeName {
    castle
  }

  private final Console console;

  @Parameters(paramLabel = "SHAPE", description = "What to start: ${COMPLETION-CANDIDATES}.")
  private ShapeName shape = ShapeName.castle;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--detach", description = "Return when it is ready, and leave it running.")
  private boolean detach;

  @Option(
      names = "--shop-port",
      paramLabel = "PORT",
      description =
          "The shop's port; 0 picks a free one (default: that of last time, 8080 at first).")
  private @Nullable Integer shopPort;

  @Option(
      names = "--ready-within",
      paramLabel = "SECONDS",
      defaultValue = "180",
      description = "How long to wait until it is ready (default: ${DEFAULT-VALUE}).")
  private int readyWithin = 180;

  @Option(names = "--json", description = "Print what runs as JSON.")
  private boolean json;

  public UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (shopPort != null && (shopPort < 0 || shopPort > 65_535)) {
      throw new CouldNotRun("--shop-port must be between 0 and 65535; nothing was started.");
    }
    DataDirectory data = dataDirectory.open();
    data.create();
    List<String> command = new FastStart(Jdk.current(), console).command(ShopJar.path());
    Supplier<List<ProcessSpec>> specs =
        () -> new Castle(data, command, Map.of(), shopPort).shape().processes();
    Fleet fleet = new Fleet(data, console, Duration.ofSeconds(readyWithin));
    return detach ? bringUp(fleet, specs) : stay(fleet, data, specs);
  }

  private int bringUp(Fleet fleet, Supplier<List<ProcessSpec>> specs) throws InterruptedException {
    long begin = System.nanoTime();
    show(fleet.bringUp(specs));
    console.narrate(
        String.format(
            "Ready after %.1f s. Next: ./shop journey%s   Stop: ./shop down%s",
            (System.nanoTime() - begin) / 1e9, dataDirectory.suffix(), dataDirectory.suffix()));
    return 0;
  }

  /** Whatever ends this program, an interrupt included, takes down what it keeps up. */
  private int stay(Fleet fleet, DataDirectory data, Supplier<List<ProcessSpec>> specs)
      throws InterruptedException {
    Thread keeper = Thread.currentThread();
    var ended = new CountDownLatch(1);
    var farewell = new Thread(() -> interruptAndWait(keeper, ended));
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      bringUp(fleet, specs);
      console.narrate("Ctrl-C ends it.");
      keepUp(fleet, data, specs);
      return 0;
    } finally {
      ended.countDown();
    }
  }

  private void keepUp(Fleet fleet, DataDirectory data, Supplier<List<ProcessSpec>> specs)
      throws InterruptedException {
    try {
      new Supervisor(fleet, data, console)
          .keepUp(specs, data.running().stream().map(RunningProcess::name).toList());
      console.narrate("It was taken down by ./shop down.");
    } finally {
      // An interrupted thread could not write files; whoever waits for this thread learns by its
      // end.
      Thread.interrupted();
      if (!data.running().isEmpty()) {
        console.narrate("Ending it ...");
        fleet.takeDown();
        console.narrate("Ended. The data stays in " + data.root() + ".");
      }
    }
  }

  private static void interruptAndWait(Thread keeper, CountDownLatch ended) {
    keeper.interrupt();
    try {
      ended.await(FAREWELL.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(List<RunningProcess> processes) {
    if (json) {
      console.json(Map.of("processes", processes));
      return;
    }
    for (RunningProcess process : processes) {
      console.result(
          String.format(
              "%-10s %s   (pid %d, log %s)",
              process.name(), process.url(), process.pid(), shortened(Path.of(process.log()))));
    }
  }

  private static Path shortened(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
