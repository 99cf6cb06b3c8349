package com.gopher.lab.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One order at one shape, from the request on. It is followed as any client can: by its stream of
 * events, and by asking for its invoice and its parcel; over Kafka also by its records.
 */
final class FollowedOrder implements AutoCloseable {

  /** A killed process is revived within this by whoever watches. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** What is over is in Kafka as well, and found there within this. */
  private static final Duration AFTER_THE_LAST_STEP = Duration.ofSeconds(15);

  private static final int LONGEST_LINE = 8 * 1024;
  private static final long PAUSE_MILLIS = 250;
  private static final List<String> LAST = List.of("DELIVERED", "CANCELLED");
  private static final Map<String, Step> OF_THE_PARCEL =
      Map.of("PREPARING", Step.PACKED, "SHIPPED", Step.SHIPPED, "DELIVERED", Step.ARRIVED);
  private static final Map<String, Object> CUSTOMER =
      Map.of(
          "name",
          "Ada Gopher",
          "email",
          "ada@example.org",
          "address",
          Map.of(
              "street", "7 Burrow Lane",
              "postalCode", "1010",
              "city", "Vienna",
              "country", "Austria"));

  private final URI door;
  private final @Nullable String kafka;
  private final Map<Step, Long> millis = new EnumMap<>(Step.class);
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(3, FollowedOrder::daemon);
  private volatile @Nullable String id;
  private volatile Instant begin = Instant.EPOCH;
  private volatile Instant until = Instant.now().plus(LONGEST);
  private volatile String status = "being sent";
  private volatile @Nullable String problem;
  private boolean isOver;

  /**
   * @param door the address at which clients arrive
   * @param kafka its address; null if the shape has none
   */
  FollowedOrder(URI door, @Nullable String kafka) {
    this.door = door;
    this.kafka = kafka;
    threads.execute(this::place);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "followed-order");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @param afterMillis null as long as it has not come about
   */
  record Hop(String name, String source, @Nullable Long afterMillis) {}

  /**
   * What the page shows.
   *
   * @param problem what keeps it from being followed, and what to do; null if nothing does
   */
  record Progress(@Nullable String id, String status, @Nullable String problem, List<Hop> hops) {}

  Progress progress() {
    var hops = new ArrayList<Hop>();
    synchronized (millis) {
      for (Step step : Step.values()) {
        if (kafka != null || !step.isOverKafka()) {
          hops.add(new Hop(step.words(), step.source(), millis.get(step)));
        }
      }
    }
    return new Progress(id, status, problem, hops);
  }

  /** True until the request was answered, or failed. */
  boolean isBeingPlaced() {
    return id == null && problem == null;
  }

  boolean isFollowed() {
    return Instant.now().isBefore(until);
  }

  /** True when no thread of its own works for it any more. */
  boolean isForgotten() {
    return threads.isTerminated();
  }

  @Nullable String id() {
    return id;
  }

  Instant begin() {
    return begin;
  }

  boolean has(Step step) {
    synchronized (millis) {
      return millis.containsKey(step);
    }
  }

  /** Notes when a step came about; what was noted first stays. */
  void reached(Step step, Instant at) {
    synchronized (millis) {
      millis.putIfAbsent(step, Math.max(0, Duration.between(begin, at).toMillis()));
    }
  }

  private void place() {
    try {
      JsonNode products = Relay.get(door.resolve("/api/products?limit=1")).expected();
      String sku = products.path("items").path(0).path("sku").asString("");
      JsonNode customer = Relay.post(door.resolve("/api/customers"), CUSTOMER, Map.of()).expected();
      var order =
          Map.of(
              "customerId",
              customer.path("id").asString(""),
              "lines",
              List.of(Map.of("sku", sku, "quantity", 1)));
      begin = Instant.now();
      JsonNode placed =
          Relay.post(
                  door.resolve("/api/orders"),
                  order,
                  Map.of("Idempotency-Key", UUID.randomUUID().toString()))
              .expected();
      reached(Step.ACCEPTED, Instant.now());
      status = placed.path("status").asString("");
      // Made of the id again: it becomes a part of addresses.
      id = UUID.fromString(placed.path("id").asString("")).toString();
    } catch (IOException | IllegalArgumentException e) {
      status = "not placed";
      problem =
          "The order did not come through (%s: %s). Bring back what is dead below, and order again."
              .formatted(door, e.getMessage());
      threads.shutdown();
      return;
    }
    if (kafka != null) {
      threads.execute(new KafkaHops(kafka, this)::find);
    }
    threads.scheduleWithFixedDelay(this::lookAround, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    listen();
  }

  /** Asks for what the stream does not tell, until nothing more can come. */
  private void lookAround() {
    if (!isFollowed()) {
      threads.shutdown();
      return;
    }
    try {
      JsonNode invoices = ask("/api/invoices?orderId=").path("items");
      if (!invoices.isEmpty()) {
        reached(Step.INVOICED, Instant.parse(invoices.path(0).path("issuedAt").asString()));
      }
      for (JsonNode step : ask("/api/tracking/").path("history")) {
        Step known = OF_THE_PARCEL.get(step.path("status").asString(""));
        if (known != null) {
          reached(known, Instant.parse(step.path("at").asString()));
        }
      }
    } catch (IOException | RuntimeException away) {
      // The stream says so; and what is thrown here would end the asking.
      return;
    }
    if (!isOver && LAST.contains(status) && has(Step.INVOICED)) {
      isOver = true;
      until = Instant.now().plus(AFTER_THE_LAST_STEP);
    }
  }

  private JsonNode ask(String path) throws IOException {
    return Relay.get(door.resolve(path + id)).body();
  }

  private void listen() {
    String seen = "0";
    try {
      while (isFollowed() && !LAST.contains(status)) {
        try {
          seen = listen(seen);
        } catch (IOException away) {
          problem =
              "The shop does not answer, and the order is followed on when it does. Bring back what is dead below.";
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the id of the last event when the stream ends. */
  private String listen(String lastEventId) throws IOException {
    HttpURLConnection connection =
        Relay.events(door.resolve("/api/orders/" + id + "/events"), lastEventId);
    if (connection.getResponseCode() != 200) {
      throw new IOException("answered " + connection.getResponseCode());
    }
    problem = null;
    String seen = lastEventId;
    try (InputStream in = connection.getInputStream()) {
      for (String line = line(in); line != null && isFollowed(); line = line(in)) {
        if (line.startsWith("id:")) {
          seen = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
          heard(Relay.json(line.substring(5)).path("status").asString(""));
        }
      }
    } finally {
      connection.disconnect();
    }
    return seen;
  }

  private void heard(String now) {
    status = now;
    if (now.equals("SHIPPED")) {
      reached(Step.SHOP_SAYS_SHIPPED, Instant.now());
    } else if (now.equals("DELIVERED")) {
      reached(Step.SHOP_SAYS_DELIVERED, Instant.now());
    }
  }

  /** A line of at most {@link #LONGEST_LINE} bytes; null at the end. */
  private static @Nullable String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        return null;
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("sent a line of more than %s bytes.".formatted(LONGEST_LINE));
      }
      line.append((char) read);
    }
    return new String(
        line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Its threads end when the stream next says something, which it does every ten seconds. */
  @Override
  public void close() {
    until = Instant.MIN;
    threads.shutdownNow();
  }
}
