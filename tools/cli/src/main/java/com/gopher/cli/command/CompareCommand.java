package com.gopher.cli.command;

import com.gopher.lab.compare.Circumstances;
import com.gopher.lab.compare.Experiments;
import com.gopher.lab.compare.Progress;
import com.gopher.lab.compare.Run;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.report.MarkdownPage;
import com.gopher.lab.compare.report.Page;
import com.gopher.lab.compare.report.Report;
import com.gopher.lab.compare.report.ReportFile;
import com.gopher.lab.compare.report.Result;
import com.gopher.lab.compare.report.TerminalTable;
import com.gopher.lab.compare.system.Budget;
import com.gopher.lab.compare.system.FurtherShapes;
import com.gopher.lab.compare.system.Processors;
import com.gopher.lab.compare.system.Shapes;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.system.Testbed;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the claims about castle and city side by side; whatever the verdicts are, that is 0. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {

  /** All shapes share it out as they like. */
  private static final int HEAP_MEGABYTES = 768;

  private static final Duration FAREWELL = Duration.ofSeconds(60);

  private final Console console;

  @Parameters(paramLabel = "EXPERIMENT")
  private List<String> names = new ArrayList<>();

  @Option(names = "--quick")
  private boolean quick;

  @Option(names = "--list")
  private boolean list;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--report", paramLabel = "FILE")
  private @Nullable Path earlier;

  @Option(names = "--page", paramLabel = "PAGE")
  private @Nullable Path page;

  public CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (list) {
      listThem();
      return 0;
    }
    if (page != null) {
      MarkdownPage.check(page);
    }
    if (earlier != null) {
      Report report = new ReportFile().read(earlier);
      return show(report, out == null ? earlier.toAbsolutePath().getParent() : out);
    }
    List<Experiment> experiments = selected();
    Path directory = ResultFile.directory(out == null ? Path.of(".shop", "compare") : out);
    Processors processors = Processors.ofThisMachine();
    Budget budget = processors.budget(HEAP_MEGABYTES);
    BuiltPrograms programs = BuiltPrograms.prepared(console);
    List<SystemShape> shapes = Shapes.all(home(), BuiltPrograms.shopJar(), programs);
    FurtherShapes further = Shapes.further(home(), BuiltPrograms.shopJar(), programs);
    announce(experiments, budget);
    // Before this program is kept to some of the processors: the report names all.
    Circumstances circumstances = circumstances(shapes);
    try (var testbed = new Testbed(console, processors, budget);
        var guard = new UntilInterrupted(testbed)) {
      processors.pinThisProgram(budget.driverCpus());
      Report report = measure(experiments, shapes, further, testbed, circumstances);
      guard.forgetTheInterrupt();
      keep(report, directory.resolve("report.json"));
      return show(report, directory);
    }
  }

  /** After half an hour of waiting the user shall at least see what cannot be kept. */
  private void keep(Report report, Path file) {
    try {
      new ReportFile().write(report, file);
    } catch (IOException e) {
      print(report);
      throw new CouldNotRun(
          "The run is over and its result is above, but %s could not be written: %s. Make room there, or choose another place with --out, and run it again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private List<Experiment> selected() {
    if (names.isEmpty()) {
      return Experiments.all().stream()
          .filter(experiment -> !quick || experiment.text().isQuick())
          .toList();
    }
    List<Experiment> known = known();
    for (String name : names) {
      if (known.stream().noneMatch(experiment -> experiment.name().equals(name))) {
        throw new CouldNotRun(
            "There is no experiment called "
                + name
                + ". Nothing was run. There are: "
                + known.stream().map(Experiment::name).collect(Collectors.joining(", ")));
      }
    }
    return known.stream().filter(experiment -> names.contains(experiment.name())).toList();
  }

  private static List<Experiment> known() {
    return Experiments.byName();
  }

  private Report measure(
      List<Experiment> experiments,
      List<SystemShape> shapes,
      FurtherShapes further,
      Testbed testbed,
      Circumstances circumstances) {
    var progress = new Progress(console, Run.expectedDuration(experiments, depth()));
    return new Run(depth(), experiments, shapes, further, testbed, progress, home())
        .run(circumstances);
  }

  private Circumstances circumstances(List<SystemShape> shapes) {
    return Circumstances.here(
        home(),
        shapes.stream().flatMap(shape -> shape.files().stream()).distinct().toList(),
        typed());
  }

  private static Path home() {
    return Home.APPLICATION.path();
  }

  private Depth depth() {
    return quick ? Depth.QUICK : Depth.FULL;
  }

  private void announce(List<Experiment> experiments, Budget budget) {
    console.narrate(
        "%s: %s",
        quick ? "Roughly, with few repetitions" : "In full",
        experiments.stream().map(Experiment::name).collect(Collectors.joining(", ")));
    console.narrate(
        "This takes about %s minutes on a quiet machine; leave it alone until then. Ctrl-C ends it and keeps what is finished.",
        Progress.clock(Run.expectedDuration(experiments, depth())));
    console.narrate(
        budget.systemCpus().isEmpty()
            ? "Processes cannot be kept to separate processors here: the load generator shares them with what it measures."
            : "Each shape gets the processors %s and %s MB of heap; the load generator the processors %s."
                .formatted(budget.systemCpus(), budget.heapMegabytes(), budget.driverCpus()));
  }

  private List<String> typed() {
    var typed = new ArrayList<>(List.of("compare"));
    typed.addAll(names);
    if (quick) {
      typed.add("--quick");
    }
    return typed;
  }

  private void listThem() {
    for (Experiment experiment : known()) {
      console.result(
          "%-13s %5s%7s  %s",
          experiment.name(),
          Progress.clock(experiment.text().takes(Depth.FULL)),
          experiment.text().isQuick() ? "quick" : "",
          experiment.text().claim());
    }
  }

  private int show(Report report, Path directory) throws IOException {
    print(report);
    if (page == null) {
      console.narrate("Read it with its charts: " + new Page(report).write(directory).toUri());
    } else {
      MarkdownPage.write(report, Experiments.byName(), page);
      console.narrate("The verdicts are in %s", page);
    }
    return report.experiments().stream().anyMatch(result -> result.status() == Result.Status.FAILED)
        ? 1
        : 0;
  }

  private void print(Report report) {
    if (json) {
      console.result(new ReportFile().json(report));
    } else {
      new TerminalTable(console).of(report).forEach(console::result);
    }
  }

  /** Ctrl-C ends the measuring, not the program: what was finished is still to be reported. */
  private static final class UntilInterrupted implements AutoCloseable {

    private final Thread measuring = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Testbed testbed;
    private final Thread hook = new Thread(this::interrupt);

    UntilInterrupted(Testbed testbed) {
      this.testbed = testbed;
      Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What was finished is reported in spite of it. */
    void forgetTheInterrupt() {
      Thread.interrupted();
    }

    private void interrupt() {
      measuring.interrupt();
      try {
        if (!ended.await(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
          testbed.close();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** The program may end as soon as the hook does: nothing may stand then. */
    @Override
    public void close() {
      testbed.close();
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        // The hook itself is at work.
      }
    }
  }
}
