package com.gopher.lab.bench;

import com.gopher.lab.bench.bare.BareDrain;
import com.gopher.lab.bench.bare.BareShop;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.system.ServerPort;
import com.gopher.lab.system.Waiting;
import com.gopher.lab.topic.TopicReader;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import com.gopher.launcher.shape.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A city with a castle's orders that were never announced, and what an operator types to move them.
 */
final class MovingCity {

  private static final String[] ALL = {City.KAFKA, City.SHOP, City.TRACKER};
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration LOOK = Duration.ofMillis(250);

  private static final Pattern COMPARED =
      Pattern.compile("Compared: (\\d+) orders.* Different: (\\d+)\\. Pending: (\\d+)\\.");

  private final Workplace workplace;
  private final Path clone;
  private final BuiltPrograms programs;
  private final MeasuredSystem city;

  /** Where nobody is given it for the other end of a connection while the shop is restarted. */
  private final int shopPort = ServerPort.free();

  private volatile @Nullable Delivery wish;

  /**
   * @param clone with the script {@code shop}, and built
   */
  MovingCity(Workplace workplace, Path clone, BuiltPrograms programs, Console console)
      throws IOException {
    this.workplace = workplace;
    this.clone = clone;
    this.programs = programs;
    this.city = MeasuredSystem.wishedCity(workplace, programs, this::wishes, console);
  }

  private CityWishes wishes() {
    return new CityWishes(wish, null, null, null, shopPort, 0, 0, null, null);
  }

  /**
   * What a comparison of shop and tracker said.
   *
   * @param seconds from the start of the command to its end
   * @param orders how many were compared
   * @param different how many of them were not the same to both
   */
  record Compared(double seconds, long orders, long different, long pending) {}

  /** Begins with so many delivered orders, and new ones are the shop's. */
  void begin(int orders) throws IOException, InterruptedException {
    city.run(City.KAFKA, City.SHOP);
    city.run(City.KAFKA);
    var filler =
        new Floor(
            workplace,
            BareShop.class,
            BuiltPrograms.shopJar(),
            city.databaseUrl(),
            "admin",
            city.databasePassword().toString());
    filler.ask("fill " + orders);
    filler.end();
    city.run(ALL);
    type("rollback");
  }

  OrderLoad load() throws IOException {
    return city.load();
  }

  /** Has the shop started again with another mode as its wish; returns when it is ready. */
  void restartAs(Delivery mode) throws InterruptedException {
    wish = mode;
    city.run(ALL);
  }

  /** Starts the backfill, or gives it another rate, and returns how many orders it has done. */
  long startBackfill(String... rate) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("backfill"));
    words.addAll(List.of(rate));
    type(words.toArray(String[]::new));
    return backfill().path("done").asLong();
  }

  /**
   * Returns how many it has done, when it has done so many.
   *
   * @param look how often it is asked: to answer, the shop counts all orders that are left
   */
  long awaitBackfill(long orders, Duration look) throws IOException, InterruptedException {
    var done = new AtomicLong();
    await(
        "the backfill",
        look,
        () -> {
          done.set(backfill().path("done").asLong());
          return done.get() >= orders;
        });
    return done.get();
  }

  /** Returns how many it has done, when it has found no more and the tracker has all of them. */
  long awaitEndOfBackfill() throws IOException, InterruptedException {
    await("the backfill", LOOK, () -> backfill().path("state").asString().equals("finished"));
    try (var shop = new JsonApi(city.process(City.SHOP).managementUrl());
        var topics = new TopicReader(city.broker())) {
      await(
          "the tracker",
          LOOK,
          () ->
              shop.metric("outbox.backlog") == 0
                  && topics.lag(TopicReader.TRACKERS, TopicReader.ORDERS) == 0);
    }
    return backfill().path("done").asLong();
  }

  private JsonNode backfill() throws IOException {
    try (var shop = new JsonApi(city.process(City.SHOP).managementUrl())) {
      return shop.get("/actuator/backfill");
    }
  }

  private static void await(String who, Duration look, Callable<Boolean> truth)
      throws IOException, InterruptedException {
    if (!Waiting.until(
        PATIENCE,
        () -> {
          Thread.sleep(look.toMillis());
          return truth.call();
        })) {
      throw new IOException(
          "%s was not done within %s minutes".formatted(who, PATIENCE.toMinutes()));
    }
  }

  /** How many records about orders there are. */
  long records() throws IOException, InterruptedException {
    try (var topics = new TopicReader(city.broker())) {
      return topics.ends(TopicReader.ORDERS).stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * @param options of {@code ./shop reconcile}
   */
  Compared reconcile(String... options) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("reconcile"));
    words.addAll(List.of(options));
    TypedCommand typed = run(words.toArray(String[]::new));
    MatchResult said =
        COMPARED
            .matcher(typed.output())
            .results()
            .findFirst()
            .orElseThrow(() -> failed(typed, words.toArray(String[]::new)));
    return new Compared(
        typed.seconds(),
        Long.parseLong(said.group(1)),
        Long.parseLong(said.group(2)),
        Long.parseLong(said.group(3)));
  }

  /**
   * Types a command, and returns how many seconds it took.
   *
   * @throws IOException with what it said, if it ended with another exit code than 0
   */
  double type(String... words) throws IOException, InterruptedException {
    TypedCommand typed = run(words);
    if (typed.exit() != 0) {
      throw failed(typed, words);
    }
    return typed.seconds();
  }

  private TypedCommand run(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("./shop"));
    command.addAll(List.of(words));
    command.addAll(List.of("--data-dir", city.directory().toString()));
    return TypedCommand.run(clone, command, workplace);
  }

  private static IOException failed(TypedCommand typed, String... words) {
    return new IOException(
        "./shop %s ended with %s and said: %s"
            .formatted(String.join(" ", words), typed.exit(), typed.output().strip()));
  }

  /**
   * Ends all but Kafka, and has a bare loop take in what lies in the topic of the orders.
   *
   * @return orders per second of the second half of them
   */
  double drainFloor() throws IOException, InterruptedException {
    city.run(City.KAFKA);
    List<Long> ends;
    try (var topics = new TopicReader(city.broker())) {
      ends = topics.ends(TopicReader.ORDERS);
    }
    long half = ends.stream().mapToLong(Long::longValue).sum() / 2;
    var bare =
        new Floor(
            workplace,
            BareDrain.class,
            programs.trackerJar(),
            workplace.directory("bare").toString(),
            programs.trackerJar().toString(),
            city.broker());
    String beginning = ends.stream().map(end -> "0").collect(Collectors.joining(" "));
    String answer = bare.ask("drain shipment-and-outbox %s %s %s".formatted(half, half, beginning));
    bare.end();
    return Double.parseDouble(answer.split(" ")[0]);
  }
}
