package com.gopher.lab.bench;

import com.gopher.lab.bench.MovingCity.Compared;
import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What customers feel of a move: of a backfill, of a comparison, of a change of the mode. */
public final class MovingBenchmark implements Benchmark {

  private static final int FASTEST = 10_000;
  private static final int COMPARISONS = 3;
  private static final int PAIRS = 2;
  private static final int MOVES = 3;
  private static final Duration BETWEEN_MOVES = Duration.ofSeconds(2);

  private final Path clone;
  private final BuiltPrograms programs;
  private final int orders;
  private final int more;
  private final int perSecond;
  private final Duration run;

  /**
   * @param clone with the script {@code shop}, and built
   * @param orders that the castle has; a fourth as many are announced as fast as can be
   * @param perSecond orders of the customers
   * @param run how long customers order while nothing else is done, each time
   */
  public MovingBenchmark(
      Path clone, BuiltPrograms programs, int orders, int perSecond, Duration run) {
    this.clone = clone;
    this.programs = programs;
    this.orders = orders;
    this.more = orders / 4;
    this.perSecond = perSecond;
    this.run = run;
  }

  /** Orders per second of the backfill: as it is started by itself, and as fast as can be. */
  private record Backfilled(BenchmarkText text, double own, double fast) {}

  private record Moves(List<Double> cutovers, List<Double> rollbacks) {}

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      console.narrate("Building a city on a castle with %s orders ...", orders + more);
      var city = new MovingCity(workplace, clone, programs, console);
      city.begin(orders + more);
      OrderLoad load = city.load();
      console.narrate("Warming up ...");
      without(load);
      BenchmarkText text =
          BenchmarkText.of("moving")
              .with("orders", orders)
              .with("more", more)
              .with("per-second", perSecond)
              .with("run", run)
              .with("comparisons", COMPARISONS)
              .with("pairs", PAIRS)
              .with("moves", MOVES);
      Backfilled backfilled = backfill(city, load, console, text);
      text = reconcile(city, load, console, backfilled.text());
      text = move(city, load, console, text);
      text = restart(city, load, console, text);
      console.narrate("Letting a bare loop take in the same records ...");
      double floor = city.drainFloor();
      return text.figure("drain", floor)
          .figure("own-share", backfilled.own() / floor)
          .figure("fast-share", backfilled.fast() / floor)
          .report(machine);
    }
  }

  private Backfilled backfill(MovingCity city, OrderLoad load, Console console, BenchmarkText text)
      throws IOException, InterruptedException {
    OrdersBeside<Boolean> before = without(load);
    console.narrate("Backfilling beside %s orders/s ...", perSecond);
    OrdersBeside<Double> beside =
        load.beside(
            perSecond,
            () -> {
              long begin = System.nanoTime();
              city.startBackfill();
              return city.awaitBackfill(orders, run.dividedBy(4)) / secondsSince(begin);
            });
    OrdersBeside<Double> fast =
        load.beside(
            perSecond,
            () -> {
              long begin = System.nanoTime();
              long done = city.startBackfill("--rate", "" + FASTEST);
              return (city.awaitEndOfBackfill() - done) / secondsSince(begin);
            });
    var without = List.of(before, without(load));
    city.awaitEndOfBackfill();
    Compared compared = city.reconcile();
    double floor = OrdersBeside.perSecond(without);
    double p90 = OrdersBeside.p90(without);
    double besides = OrdersBeside.p90(List.of(beside));
    console.narrate("p90 without %.2f ms, beside the backfill %.2f ms", p90, besides);
    return new Backfilled(
        text.figure("without", floor)
            .figure("accepted", beside.perSecond())
            .figure("accepted-ratio", beside.perSecond() / floor)
            .figure("p90-without", p90)
            .figure("p90", besides)
            .figure("p90-ratio", besides / p90)
            .figure("refused", beside.refused() + fast.refused())
            .figure("lost", compared.different() + compared.pending())
            .figure("repeated", Math.max(0, city.records() - compared.orders()))
            .figure("own", beside.result())
            .figure("fast", fast.result())
            .figure("fast-p90-ratio", OrdersBeside.p90(List.of(fast)) / p90),
        beside.result(),
        fast.result());
  }

  private BenchmarkText reconcile(
      MovingCity city, OrderLoad load, Console console, BenchmarkText text)
      throws IOException, InterruptedException {
    console.narrate("Comparing shop and tracker ...");
    var alone = new ArrayList<Compared>();
    for (int number = 0; number < COMPARISONS; number++) {
      alone.add(city.reconcile());
    }
    var without = new ArrayList<OrdersBeside<Boolean>>();
    var beside = new ArrayList<OrdersBeside<List<Compared>>>();
    for (int pair = 0; pair < PAIRS; pair++) {
      if (pair % 2 == 0) {
        without.add(without(load));
        beside.add(load.beside(perSecond, () -> again(city)));
      } else {
        beside.add(load.beside(perSecond, () -> again(city)));
        without.add(without(load));
      }
    }
    List<Compared> whileOrdering = beside.stream().flatMap(it -> it.result().stream()).toList();
    double p90 = OrdersBeside.p90(without);
    double besides = OrdersBeside.p90(beside);
    return text.figure("reconcile", Statistics.median(alone, Compared::seconds))
        .figure("reconcile-beside", Statistics.median(whileOrdering, Compared::seconds))
        .figure("reconcile-p90-without", p90)
        .figure("reconcile-p90", besides)
        .figure("reconcile-p90-ratio", besides / p90)
        .figure(
            "reconcile-differences",
            Stream.concat(alone.stream(), whileOrdering.stream())
                .mapToLong(Compared::different)
                .sum());
  }

  /** Compares as long as a run lasts, and at least once. */
  private List<Compared> again(MovingCity city) throws IOException, InterruptedException {
    long end = System.nanoTime() + run.toNanos();
    var compared = new ArrayList<Compared>();
    do {
      compared.add(city.reconcile("--grace", "1"));
    } while (System.nanoTime() < end);
    return compared;
  }

  private BenchmarkText move(MovingCity city, OrderLoad load, Console console, BenchmarkText text)
      throws IOException, InterruptedException {
    console.narrate("Cutover and rollback, %s times ...", MOVES);
    OrdersBeside<Moves> beside =
        load.beside(
            perSecond,
            () -> {
              var moves = new Moves(new ArrayList<>(), new ArrayList<>());
              for (int move = 0; move < MOVES; move++) {
                pause(BETWEEN_MOVES);
                moves.cutovers().add(city.type("cutover", "--longest-wait", "30"));
                pause(BETWEEN_MOVES);
                moves.rollbacks().add(city.type("rollback"));
              }
              pause(BETWEEN_MOVES);
              return moves;
            });
    return text.figure("cutover", slowest(beside.result().cutovers()))
        .figure("rollback", slowest(beside.result().rollbacks()))
        .figure("move-refused", beside.refused())
        .figure("move-longest", beside.longest());
  }

  private BenchmarkText restart(
      MovingCity city, OrderLoad load, Console console, BenchmarkText text)
      throws IOException, InterruptedException {
    console.narrate("Starting the shop again in the other mode ...");
    OrdersBeside<Double> beside =
        load.beside(
            perSecond,
            () -> {
              pause(BETWEEN_MOVES);
              long begin = System.nanoTime();
              city.restartAs(Delivery.EXTRACTED);
              double seconds = secondsSince(begin);
              pause(BETWEEN_MOVES);
              return seconds;
            });
    return text.figure("restart", beside.result()).figure("restart-refused", beside.refused());
  }

  private OrdersBeside<Boolean> without(OrderLoad load) throws IOException, InterruptedException {
    return load.beside(
        perSecond,
        () -> {
          pause(run);
          return true;
        });
  }

  private static double slowest(List<Double> seconds) {
    return seconds.stream().max(Double::compare).orElseThrow();
  }

  private static void pause(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
