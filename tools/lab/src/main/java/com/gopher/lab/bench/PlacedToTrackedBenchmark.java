package com.gopher.lab.bench;

import com.gopher.lab.bench.bare.BareHop;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.machine.Machine;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Sabotaged;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** How long after an order is placed the tracker has it, by the times of the two commits. */
public final class PlacedToTrackedBenchmark implements Benchmark {

  private static final int PER_SECOND = 50;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final int RUN_SECONDS = 20;
  private static final int ROUNDS = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BuiltPrograms programs;
  private final Sabotaged instrument;

  /**
   * @param programs extracted, so that an instrument can be put beside them
   */
  public PlacedToTrackedBenchmark(BuiltPrograms programs, Sabotaged instrument) {
    this.programs = programs;
    this.instrument = instrument;
  }

  /** Medians of one round in microseconds. */
  private record Round(double roundTrip, double commit, Histogram placedToTracked, long refused) {

    double floor() {
      return roundTrip + 2 * commit;
    }

    double ratio() {
      return placedToTracked.getValueAtPercentile(50) / floor();
    }
  }

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      Path times = workplace.directory("commit-times");
      var settings = new HashMap<>(MeasuredSystem.STANDSTILL);
      settings.put("COMMIT_TIMES", times.toString());
      settings.putAll(Sabotaged.environment("commit-times"));
      var city = MeasuredSystem.city(workplace, withInstrument(), settings, console);
      console.narrate("Starting the city and the bare program ...");
      city.run(City.KAFKA, City.SHOP, City.TRACKER);
      OrderLoad load = city.load();
      var bare =
          new Floor(
              workplace,
              BareHop.class,
              programs.trackerJar(),
              workplace.directory("bare").toString(),
              city.broker());
      console.narrate("Warming up ...");
      load.offer(PER_SECOND, WARM_UP);
      bare.ask("round-trip " + PER_SECOND + " " + RUN_SECONDS);
      bare.ask("commit " + PER_SECOND + " " + RUN_SECONDS);
      var rounds = new ArrayList<Round>();
      for (int round = 0; round < ROUNDS; round++) {
        double roundTrip = bare.number("round-trip " + PER_SECOND + " " + RUN_SECONDS);
        double commit = bare.number("commit " + PER_SECOND + " " + RUN_SECONDS);
        int before = placed(times).size();
        LoadRecord offered = load.offer(PER_SECOND, Duration.ofSeconds(RUN_SECONDS));
        Histogram latency = placedToTracked(times, before);
        rounds.add(new Round(roundTrip, commit, latency, offered.intended() - offered.accepted()));
        console.narrate(
            "Round trip %.2f ms, commit %.2f ms, placed to tracked %.2f ms",
            roundTrip / 1e3, commit / 1e3, latency.getValueAtPercentile(50) / 1e3);
      }
      return BenchmarkText.of("placed-to-tracked")
          .with("per-second", PER_SECOND)
          .with("rounds", ROUNDS)
          .with("run", RUN_SECONDS)
          .with("warm-up", WARM_UP)
          .with(
              "ratios",
              rounds.stream()
                  .map(it -> String.format(Locale.ROOT, "%.2f", it.ratio()))
                  .collect(Collectors.joining(", ")))
          .figure("record", median(rounds, Round::roundTrip))
          .figure("row", median(rounds, Round::commit))
          .figure("floor", median(rounds, Round::floor))
          .figure("p50", percentile(rounds, 50))
          .figure("ratio", Statistics.median(rounds, Round::ratio))
          .figure("p90", percentile(rounds, 90))
          .figure("p99", percentile(rounds, 99))
          .figure(
              "orders", rounds.stream().mapToLong(it -> it.placedToTracked().getTotalCount()).sum())
          .figure("refused", rounds.stream().mapToLong(Round::refused).sum())
          .report(machine);
    }
  }

  private BuiltPrograms withInstrument() {
    return new BuiltPrograms(
        programs.java(),
        instrument.command(programs.shop()),
        instrument.command(programs.tracker()),
        programs.trackerJar(),
        programs.broker(),
        programs.gateway());
  }

  private static double percentile(List<Round> rounds, double percentile) {
    return median(rounds, it -> it.placedToTracked().getValueAtPercentile(percentile));
  }

  /** Of microseconds, in milliseconds. */
  private static double median(List<Round> rounds, ToDoubleFunction<Round> micros) {
    return Statistics.median(rounds, micros) / 1e3;
  }

  /** Of the orders placed after so many others, when the tracker has the last of them. */
  private static Histogram placedToTracked(Path times, int before)
      throws IOException, InterruptedException {
    List<Map.Entry<String, Long>> all = placed(times);
    var orders = all.subList(before, all.size());
    Map<String, Long> tracked = new HashMap<>();
    if (!Waiting.until(
        PATIENCE,
        () -> {
          tracked.putAll(tracked(times));
          return orders.stream().allMatch(it -> tracked.containsKey(it.getKey()));
        })) {
      throw new IOException(
          "the tracker did not hear of all orders within %s s".formatted(PATIENCE.toSeconds()));
    }
    var latency = new Histogram(3);
    orders.forEach(
        it -> latency.recordValue(Math.max(0, tracked.get(it.getKey()) - it.getValue())));
    return latency;
  }

  /** Orders by the order of their commits. */
  private static List<Map.Entry<String, Long>> placed(Path times) throws IOException {
    return lines(times.resolve("gopher-shop"), "shop.order.placed");
  }

  private static Map<String, Long> tracked(Path times) throws IOException {
    Map<String, Long> tracked = new HashMap<>();
    lines(times.resolve("gotracker"), "tracker.shipment.prepared")
        .forEach(it -> tracked.put(it.getKey(), it.getValue()));
    return tracked;
  }

  private static List<Map.Entry<String, Long>> lines(Path file, String type) throws IOException {
    String text = Files.readString(file);
    // The last line may be half written.
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> line.split(" "))
        .filter(words -> words[1].equals(type))
        .map(words -> Map.entry(words[0], Long.parseLong(words[2])))
        .toList();
  }
}
