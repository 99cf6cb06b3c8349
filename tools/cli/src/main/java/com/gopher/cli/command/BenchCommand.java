package com.gopher.cli.command;

import com.gopher.lab.bench.AdviseBenchmark;
import com.gopher.lab.bench.Benchmark;
import com.gopher.lab.bench.BenchmarkPage;
import com.gopher.lab.bench.BenchmarkReport;
import com.gopher.lab.bench.BenchmarkReport.Figure;
import com.gopher.lab.bench.BigTablesBenchmark;
import com.gopher.lab.bench.BrokerDeadBenchmark;
import com.gopher.lab.bench.CompareOrdersBenchmark;
import com.gopher.lab.bench.CourseBenchmark;
import com.gopher.lab.bench.CourseNeeds;
import com.gopher.lab.bench.DrainBenchmark;
import com.gopher.lab.bench.GatewayBenchmark;
import com.gopher.lab.bench.MovingBenchmark;
import com.gopher.lab.bench.OfferedLoad;
import com.gopher.lab.bench.OrderThreadsBenchmark;
import com.gopher.lab.bench.PlaceOrderBenchmark;
import com.gopher.lab.bench.PlacedToTrackedBenchmark;
import com.gopher.lab.bench.StartBenchmark;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.jvm.Sabotaged;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the shop beside a floor; exit code 1 if a figure misses its aim. */
@Command(
    name = "bench",
    synopsisSubcommandLabel =
        "(place-order | start | big-tables | drain | placed-to-tracked | broker-dead | gateway | order-cost | order-threads | compare-orders | moving | course | advise | docs)")
public final class BenchCommand {

  /** Where a report goes. */
  static final class Output {

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path file;
  }

  /** The programs of the documentation's page, in its order. */
  private static final List<String> RESULTS =
      List.of(
          "place-order",
          "start",
          "big-tables",
          "drain",
          "placed-to-tracked",
          "broker-dead",
          "gateway",
          "order-cost",
          "order-threads",
          "compare-orders",
          "moving",
          "course",
          "advise");

  private static final int SOME_PER_MODULE = 40;

  private final Console console;

  public BenchCommand(Console console) {
    this.console = console;
  }

  @Command(name = "place-order")
  int placeOrder(@Mixin Output output) throws IOException, InterruptedException {
    return measure(new PlaceOrderBenchmark(), output);
  }

  @Command(name = "start")
  int start(@Mixin Output output) throws IOException, InterruptedException {
    return measure(new StartBenchmark(jdks()), output);
  }

  @Command(name = "big-tables")
  int bigTables(@Mixin Output output) throws IOException, InterruptedException {
    return measure(new BigTablesBenchmark(), output);
  }

  @Command(name = "drain")
  int drain(
      @Mixin Output output,
      @Option(names = "--orders", paramLabel = "N", defaultValue = "50000") int orders,
      @Option(names = "--rounds", paramLabel = "N", defaultValue = "4") int rounds)
      throws IOException, InterruptedException {
    if (orders < 1_000 || rounds < 1) {
      throw new CouldNotRun(
          "--orders must be at least 1000 and --rounds at least 1. Nothing was measured.");
    }
    return measure(new DrainBenchmark(BuiltPrograms.plain(), orders, rounds), output);
  }

  @Command(name = "placed-to-tracked")
  int placedToTracked(@Mixin Output output) throws IOException, InterruptedException {
    return measure(
        new PlacedToTrackedBenchmark(BuiltPrograms.prepared(console), Sabotaged.fromThisBuild()),
        output);
  }

  @Command(name = "broker-dead")
  int brokerDead(@Mixin Output output) throws IOException, InterruptedException {
    return measure(new BrokerDeadBenchmark(BuiltPrograms.plain()), output);
  }

  @Command(name = "gateway")
  int gateway(@Mixin Output output) throws IOException, InterruptedException {
    return measure(new GatewayBenchmark(BuiltPrograms.prepared(console)), output);
  }

  @Command(name = "order-cost")
  int orderCost(@Mixin Output output, @Mixin OrderCostOptions options)
      throws IOException, InterruptedException {
    return measure(options.benchmark(), output);
  }

  @Command(name = "order-threads")
  int orderThreads(
      @Mixin Output output,
      @Option(names = "--rate", paramLabel = "RATE", defaultValue = "60") String rate,
      @Option(names = "--seconds", paramLabel = "N", defaultValue = "30") int seconds)
      throws IOException, InterruptedException {
    OrderCostOptions.checkSeconds(seconds);
    return measure(
        new OrderThreadsBenchmark(OfferedLoad.of(rate), Duration.ofSeconds(seconds)), output);
  }

  @Command(name = "compare-orders")
  int compareOrders(@Mixin Output output) throws IOException, InterruptedException {
    return measure(
        new CompareOrdersBenchmark(Home.TOOLS.path(), BuiltPrograms.prepared(console)), output);
  }

  @Command(name = "moving")
  int moving(
      @Mixin Output output,
      @Option(names = "--orders", paramLabel = "N", defaultValue = "100000") int orders,
      @Option(names = "--rate", paramLabel = "N", defaultValue = "50") int rate)
      throws IOException, InterruptedException {
    if (orders < 1_000 || rate < 1) {
      throw new CouldNotRun(
          "--orders must be at least 1000 and --rate at least 1. Nothing was measured.");
    }
    return measure(
        new MovingBenchmark(
            Home.TOOLS.path(),
            BuiltPrograms.prepared(console),
            orders,
            rate,
            Duration.ofSeconds(20)),
        output);
  }

  @Command(name = "course")
  int course(@Mixin Output output) throws IOException, InterruptedException {
    return measure(new CourseBenchmark(Home.TOOLS.path()), output);
  }

  @Command(name = "advise")
  int advise(
      @Mixin Output output,
      @Option(names = "--classes", paramLabel = "N", defaultValue = "5000") int classes,
      @Option(names = "--commits", paramLabel = "N", defaultValue = "10000") int commits)
      throws IOException, InterruptedException {
    if (classes < SOME_PER_MODULE || commits < 1) {
      throw new CouldNotRun(
          "--classes must be at least %s and --commits at least 1. Nothing was measured.",
          SOME_PER_MODULE);
    }
    return measure(new AdviseBenchmark(Home.TOOLS.path(), classes, commits), output);
  }

  @Command(name = "docs")
  int docs() throws IOException {
    Path docs = Home.TOOLS.path().resolve("docs");
    Path page = docs.resolve("benchmarks.md");
    Path teaching = docs.resolve("tutorial/teaching.md");
    Path results = docs.resolve("results");
    String benchmarks = pageOf(results);
    String needs = withNeeds(Files.readString(teaching), results);
    Files.writeString(page, benchmarks);
    Files.writeString(teaching, needs);
    console.result("Wrote %s and %s", page, teaching);
    return 0;
  }

  /** The teachers' page with what the recorded benchmark of the course says about needs. */
  static String withNeeds(String page, Path results) throws IOException {
    Path course = results.resolve("course.json");
    return Files.exists(course)
        ? new CourseNeeds(BenchmarkReport.read(Files.readString(course))).in(page)
        : page;
  }

  /** What the page of the documentation says about the results of a directory. */
  static String pageOf(Path results) throws IOException {
    var reports = new ArrayList<BenchmarkReport>();
    for (String name : RESULTS) {
      Path result = results.resolve(name + ".json");
      if (Files.exists(result)) {
        reports.add(BenchmarkReport.read(Files.readString(result)));
      }
    }
    if (reports.isEmpty()) {
      throw new CouldNotRun(
          "There is no result in %s; nothing was written. Make one with: ./shop bench start --out docs/results/start.json",
          results);
    }
    return BenchmarkPage.of(reports);
  }

  private int measure(Benchmark benchmark, Output output) throws IOException, InterruptedException {
    ResultFile file = output.file == null ? null : ResultFile.at(output.file);
    BenchmarkReport report = run(benchmark);
    if (file != null) {
      file.write(report);
    }
    if (output.json) {
      console.json(report);
    } else {
      report.figures().forEach(this::show);
    }
    return report.figures().stream().allMatch(figure -> !Boolean.FALSE.equals(figure.reached()))
        ? 0
        : 1;
  }

  private BenchmarkReport run(Benchmark benchmark) throws InterruptedException {
    try {
      return benchmark.run(console);
    } catch (IOException e) {
      throw new CouldNotRun(
          "The measurement broke off (%s); no result was written.".formatted(e.getMessage()), e);
    }
  }

  private void show(Figure figure) {
    String aim =
        figure.aim() == null
            ? ""
            : "   aim: %s %s"
                .formatted(
                    figure.aim(),
                    Boolean.TRUE.equals(figure.reached())
                        ? console.good("reached")
                        : console.bad("missed"));
    console.result("%-58s %10.2f %-12s%s", figure.name(), figure.value(), figure.unit(), aim);
  }

  /** One of each feature version: the script has looked for them where it looks for its own. */
  private static List<Jdk> jdks() throws IOException {
    var byFeature = new TreeMap<Integer, Jdk>();
    byFeature.put(Jdk.current().feature(), Jdk.current());
    try (Stream<String> homes =
        Stream.of(System.getenv().getOrDefault("SHOP_JDKS", "").split(File.pathSeparator))) {
      homes
          .filter(home -> !home.isEmpty())
          .map(home -> Jdk.at(Path.of(home)))
          .forEach(jdk -> byFeature.putIfAbsent(jdk.feature(), jdk));
    }
    return List.copyOf(byFeature.values());
  }
}
