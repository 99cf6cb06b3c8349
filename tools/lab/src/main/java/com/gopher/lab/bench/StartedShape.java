package com.gopher.lab.bench;

import com.gopher.lab.system.SystemUnderTest;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A castle or a city as the command line of a checkout starts it, and what it costs. */
final class StartedShape {

  /** With the preparation of its programs, which is done once after each build. */
  private static final Duration UP_WITHIN = Duration.ofMinutes(6);

  private final SystemUnderTest system;
  private final MeasuredShape shape;
  private final double startSeconds;
  private final OrderLoad load;
  private final Consequences consequences;
  private long placed;

  private StartedShape(SystemUnderTest system, MeasuredShape shape) throws IOException {
    this.system = system;
    this.shape = shape;
    this.startSeconds = sum(cpuSeconds());
    RunningProcess shop = system.process(City.SHOP);
    this.load = new OrderLoad(shop.url(), shop.managementUrl());
    this.consequences =
        new Consequences(
            shop.managementUrl(),
            shape == MeasuredShape.castle ? null : system.process(City.TRACKER).managementUrl());
  }

  /**
   * What orders cost.
   *
   * @param orders accepted
   * @param refused held back, which costs something as well
   * @param seconds until all that follows from them was done
   * @param behind seconds of these after the last answer
   * @param cpuMillis for an order, by process
   */
  record Cost(
      long orders, long refused, double seconds, double behind, Map<String, Double> cpuMillis) {

    /** Of all processes. */
    double all() {
      return sum(cpuMillis);
    }

    double perSecond() {
      return orders / seconds;
    }
  }

  /**
   * Returns when it is ready.
   *
   * @param name of its data directory
   */
  static StartedShape of(
      Checkout checkout, MeasuredShape shape, String name, Workplace workplace, Console console)
      throws IOException, InterruptedException {
    Path directory = workplace.directory(name);
    var system = new SystemUnderTest(directory, console);
    workplace.atTheEnd(system::close);
    up(checkout, shape, directory, workplace);
    return new StartedShape(system, shape);
  }

  private static void up(
      Checkout checkout, MeasuredShape shape, Path directory, Workplace workplace)
      throws IOException, InterruptedException {
    Path said = directory.resolveSibling(directory.getFileName() + ".txt");
    var words =
        new ArrayList<>(
            List.of("up", shape.name(), "--detach", "--data-dir", directory.toString()));
    shape.ports().forEach(option -> words.addAll(List.of(option, "0")));
    var up =
        new ProcessBuilder(checkout.command(words))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    up.environment().putAll(MeasuredSystem.STANDSTILL);
    Process process = up.start();
    workplace.atTheEnd(process::destroy);
    if (!process.waitFor(UP_WITHIN.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(
          "./shop up %s of %s did not succeed; it said: %s"
              .formatted(shape, checkout.home(), Files.readString(said).strip()));
    }
  }

  /** Places orders and waits for all that follows from them. */
  Cost measure(OfferedLoad offered, Duration duration) throws IOException, InterruptedException {
    Map<String, Double> before = cpuSeconds();
    long begin = System.nanoTime();
    OfferedLoad.Placed result = offered.place(load, duration);
    long orders = result.accepted();
    double answered = (System.nanoTime() - begin) / 1e9;
    placed += orders;
    consequences.await(placed);
    double seconds = (System.nanoTime() - begin) / 1e9;
    var cost = new LinkedHashMap<String, Double>();
    cpuSeconds()
        .forEach((name, after) -> cost.put(name, (after - before.get(name)) / orders * 1e3));
    return new Cost(orders, result.refused(), seconds, seconds - answered, cost);
  }

  /** Processor time of all processes until the start was over. */
  double startSeconds() {
    return startSeconds;
  }

  /** Memory of all processes now, in megabytes; pages that they share are counted for each. */
  double megabytes() {
    return shape.processes().stream()
            .mapToLong(name -> ResidentMemory.of(system.process(name)).orElse(0))
            .sum()
        / 1e6;
  }

  private Map<String, Double> cpuSeconds() {
    var seconds = new LinkedHashMap<String, Double>();
    shape.processes().forEach(name -> seconds.put(name, system.cpuSeconds(name)));
    return seconds;
  }

  private static double sum(Map<String, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  long pid(String name) {
    return system.process(name).pid();
  }

  /** Its data is thrown away. */
  void end() {
    system.close();
  }
}
