package com.gopher.lab.bench;

import com.gopher.lab.bench.StartedShape.Cost;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where an order's processor time goes in a city, by the threads that it is spent on. */
public final class OrderThreadsBenchmark implements Benchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final String REST = "rest";

  /** How the threads of the JVM itself begin: its compiler, and what collects garbage. */
  private static final Map<String, List<String>> JVM =
      Map.of("compiler", List.of("C1 ", "C2 "), "collector", List.of("VM Thread"));

  /** By process, and by the figure's key, how the names of its threads begin. */
  private static final Map<String, Map<String, List<String>>> THREADS = threads();

  private final OfferedLoad load;
  private final Duration duration;

  /**
   * @param load by the clock
   */
  public OrderThreadsBenchmark(OfferedLoad load, Duration duration) {
    this.load = load;
    this.duration = duration;
  }

  private static Map<String, Map<String, List<String>>> threads() {
    var applications = new LinkedHashMap<String, List<String>>();
    applications.put("http", List.of("http-nio"));
    applications.put("listeners", List.of("task-"));
    applications.put("inbound", List.of("shipments-", "orders-"));
    applications.put("relay", List.of("outbox-relay"));
    applications.put("clients", List.of("kafka-", "inbound-topics"));
    applications.put("clocks", List.of("scheduling-"));
    var broker = new LinkedHashMap<String, List<String>>();
    broker.put("requests", List.of("data-plane-"));
    broker.put("groups", List.of("group-coord"));
    broker.put(
        "cluster",
        List.of("kafka-1-", "quorum-", "raft-", "broker-1-", "controller-1", "control-plane"));
    return Map.of(City.KAFKA, broker, City.SHOP, applications, City.TRACKER, applications);
  }

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      console.narrate("Starting a city ...");
      var city = StartedShape.of(Checkout.ours(), MeasuredShape.city, "city", workplace, console);
      city.measure(new OfferedLoad(0), WARM_UP);
      console.narrate("Placing orders at %s ...", load);
      Map<String, ThreadTimes> before = look(city);
      Cost cost = city.measure(load, duration);
      Map<String, ThreadTimes> after = look(city);
      BenchmarkText text =
          BenchmarkText.of("order-threads")
              .with("load", load)
              .with("run", duration)
              .with("warm-up", WARM_UP);
      for (String process : MeasuredShape.city.processes()) {
        Map<String, Double> seconds = after.get(process).since(before.get(process));
        text = text.figure(process + ": ", "all", cost.cpuMillis().get(process));
        for (Map.Entry<String, Double> part : byKey(process, seconds).entrySet()) {
          text = text.figure(process + ": ", part.getKey(), part.getValue() / cost.orders() * 1e3);
        }
      }
      return text.report(machine);
    }
  }

  private static Map<String, ThreadTimes> look(StartedShape city) throws IOException {
    var times = new HashMap<String, ThreadTimes>();
    for (String process : MeasuredShape.city.processes()) {
      times.put(process, ThreadTimes.of(city.pid(process)));
    }
    return times;
  }

  /** Seconds of each kind of thread, in the order of the keys; what is none of them is the rest. */
  static Map<String, Double> byKey(String process, Map<String, Double> seconds) {
    var keys = new LinkedHashMap<>(THREADS.get(process));
    keys.putAll(JVM);
    var sums = new LinkedHashMap<String, Double>();
    keys.keySet().forEach(key -> sums.put(key, 0.0));
    sums.put(REST, 0.0);
    seconds.forEach(
        (name, spent) ->
            sums.merge(
                keys.entrySet().stream()
                    .filter(it -> it.getValue().stream().anyMatch(name::startsWith))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(REST),
                spent,
                Double::sum));
    sums.values().removeIf(spent -> spent == 0);
    return sums;
  }
}
