package com.gopher.lab.bench;

import com.gopher.lab.bench.Report.Figure;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a start costs until the first answer. */
public final class StartBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final int PATIENCE_SECONDS = 120;
  private static final int FIRST_WITH_AOT_CACHE = 25;
  private static final double AIM_WITH_AOT_CACHE = 4;
  private static final double AIM_BEFORE = 8;

  private final List<Jdk> jdks;

  public StartBenchmark(List<Jdk> jdks) {
    this.jdks = jdks;
  }

  private record Start(double cpuSeconds, double wallSeconds) {}

  @Override
  public Report run(Path shopJar, Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    var figures = new ArrayList<Figure>();
    try (var workplace = new Workplace()) {
      for (Jdk jdk : jdks) {
        List<String> plain = List.of(jdk.java(), "-jar", shopJar.toString());
        List<String> launched = new FastStart(jdk, console).command(shopJar);
        var floor = new ArrayList<Start>();
        var ours = new ArrayList<Start>();
        for (int run = 0; run < RUNS; run++) {
          String directory = jdk.feature() + "-" + run;
          ours.add(start(launched, workplace.directory("launched-" + directory), workplace));
          floor.add(start(plain, workplace.directory("plain-" + directory), workplace));
        }
        double cpu = median(ours, Start::cpuSeconds);
        String java = "Java " + jdk.feature() + ": ";
        figures.add(
            Figure.of(
                java + "java -jar as it is (the reference)",
                median(floor, Start::cpuSeconds),
                "CPU s"));
        figures.add(
            Figure.below(
                jdk.feature() >= FIRST_WITH_AOT_CACHE ? AIM_WITH_AOT_CACHE : AIM_BEFORE,
                java + "as the launcher starts it",
                cpu,
                "CPU s"));
        figures.add(
            Figure.of(
                java + "launcher to reference", cpu / median(floor, Start::cpuSeconds), "ratio"));
        figures.add(
            Figure.of(
                java + "as the launcher starts it, by the clock",
                median(ours, Start::wallSeconds),
                "s"));
        console.narrate(java + ours);
      }
    }
    return new Report(
        "start",
        "What does a start cost until the first answer?",
        machine,
        figures,
        List.of(
            "Processor time (user and system) of the shop's process until GET /api/products is answered with 200, on an empty data directory: the tables are made on the way. Medians of %s starts, taken in turns with the reference."
                .formatted(RUNS),
            "The launcher extracts the jar, adds an archive of loaded classes, the serial collector and the first compiler only;"
                + " the reference is the same jar without a flag."));
  }

  private static Start start(List<String> command, Path directory, Workplace workplace)
      throws IOException, InterruptedException {
    int port = Ports.free();
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("shop.log").toFile());
    builder.environment().put("SERVER_PORT", "" + port);
    builder.environment().put("MANAGEMENT_SERVER_PORT", "" + Ports.free());
    builder.environment().put("SHOP_DATA_DIR", directory.toString());
    long begin = System.nanoTime();
    Process process = builder.start();
    workplace.atTheEnd(process::destroyForcibly);
    try {
      while (!answers(port)) {
        if (!process.isAlive() || (System.nanoTime() - begin) / 1e9 > PATIENCE_SECONDS) {
          throw new CouldNotRun(
              "The shop did not start; see %s. No result was written."
                  .formatted(directory.resolve("shop.log")));
        }
        Thread.sleep(20);
      }
      double wall = (System.nanoTime() - begin) / 1e9;
      double cpu = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
      return new Start(cpu, wall);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean answers(int port) {
    try (var connection = new HttpConnection(URI.create("http://127.0.0.1:" + port))) {
      return connection.get("/api/products").status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Statistics.median(starts.stream().mapToDouble(figure).boxed().toList());
  }
}
