package com.gopher.lab.bench;

import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.machine.Machine;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.Ports;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a start costs until the first answer. */
public final class StartBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int FIRST_WITH_AOT_CACHE = 25;

  private final List<Jdk> jdks;

  public StartBenchmark(List<Jdk> jdks) {
    this.jdks = jdks;
  }

  private record Start(double cpuSeconds, double wallSeconds) {}

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    Path shopJar = BuiltPrograms.shopJar();
    BenchmarkText text = BenchmarkText.of("start").with("runs", RUNS);
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
        double cpu = Statistics.median(ours, Start::cpuSeconds);
        String java = "Java " + jdk.feature() + ": ";
        double reference = Statistics.median(floor, Start::cpuSeconds);
        text =
            text.figure(java, "reference", reference)
                .figure(java, jdk.feature() >= FIRST_WITH_AOT_CACHE ? "cached" : "launched", cpu)
                .figure(java, "ratio", cpu / reference)
                .figure(java, "clock", Statistics.median(ours, Start::wallSeconds));
        console.narrate(java + ours);
      }
    }
    return text.report(machine);
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
      if (!Waiting.until(PATIENCE, () -> !process.isAlive() || answers(port))
          || !process.isAlive()) {
        throw new IOException("the shop did not start; see " + directory.resolve("shop.log"));
      }
      double wall = (System.nanoTime() - begin) / 1e9;
      double cpu = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
      return new Start(cpu, wall);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean answers(int port) throws IOException {
    try (var connection = new HttpConnection(URI.create("http://127.0.0.1:" + port))) {
      return connection.get("/api/products").status() == 200;
    }
  }
}
