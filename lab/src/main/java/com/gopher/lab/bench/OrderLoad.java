package com.gopher.lab.bench;

import com.gopher.lab.console.CouldNotRun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places orders of two lines each, as fast as the shop answers or at a given rate. */
final class OrderLoad {

  /** Enough that a slow answer does not keep the next order from leaving in time. */
  private static final int OPEN_LOOP_CONNECTIONS = 64;

  private static final int DIGITS = 3;
  private static final long LONGEST_MICROS = 60_000_000;

  private final URI shop;
  private final URI management;
  private final String order;

  /** Registers a customer and looks the products up. */
  OrderLoad(URI shop, URI management) {
    this.shop = shop;
    this.management = management;
    try (var connection = new HttpConnection(shop)) {
      JsonNode customer =
          json(
              connection.post(
                  "/api/customers",
                  """
                  {"name":"Ada Gopher","email":"ada@gopher.example",
                   "address":{"street":"Burrow Lane 7","postalCode":"10115","city":"Berlin","country":"Germany"}}
                  """));
      JsonNode products = json(connection.get("/api/products?limit=2")).path("items");
      this.order =
          """
          {"customerId":"%s","lines":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":2}]}"""
              .formatted(
                  customer.path("id").asString(),
                  products.path(0).path("sku").asString(),
                  products.path(1).path("sku").asString());
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /**
   * What a closed loop did.
   *
   * @param orders accepted
   * @param seconds until the last was accepted
   * @param backlog publications whose listeners had not finished then
   * @param drainedSeconds until the last listener had finished as well
   */
  record Closed(long orders, double seconds, long backlog, double drainedSeconds) {

    double accepted() {
      return orders / seconds;
    }

    /** Orders per second with all their consequences. */
    double finished() {
      return orders / drainedSeconds;
    }
  }

  /** Each client sends its next order when the one before was answered. */
  Closed closedLoop(int clients, Duration duration) {
    long begin = System.nanoTime();
    long end = begin + duration.toNanos();
    long orders = all(clients, () -> buyUntil(end)).stream().mapToLong(Long::longValue).sum();
    double seconds = secondsSince(begin);
    long backlog = backlog();
    awaitDrained();
    return new Closed(orders, seconds, backlog, secondsSince(begin));
  }

  private long buyUntil(long end) throws IOException {
    long orders = 0;
    try (var connection = new HttpConnection(shop)) {
      byte[] request = connection.postRequest("/api/orders", order);
      while (System.nanoTime() < end) {
        requireCreated(connection.send(request));
        orders++;
      }
    }
    return orders;
  }

  /**
   * Orders leave by the clock, however slow the answers are; the latency counts from the intended
   * time (Tene, "coordinated omission").
   *
   * @return microseconds
   */
  Histogram openLoop(double perSecond, Duration duration) {
    long count = Math.round(perSecond * duration.toNanos() / 1e9);
    double gap = 1e9 / perSecond;
    var next = new AtomicLong();
    long begin = System.nanoTime();
    var sum = new Histogram(LONGEST_MICROS, DIGITS);
    all(OPEN_LOOP_CONNECTIONS, () -> buyByTheClock(next, count, begin, gap)).forEach(sum::add);
    return sum;
  }

  private Histogram buyByTheClock(AtomicLong next, long count, long begin, double gap)
      throws IOException, InterruptedException {
    var latencies = new Histogram(LONGEST_MICROS, DIGITS);
    try (var connection = new HttpConnection(shop)) {
      byte[] request = connection.postRequest("/api/orders", order);
      for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        long intended = begin + (long) (number * gap);
        long early = intended - System.nanoTime();
        if (early > 0) {
          Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
        }
        requireCreated(connection.send(request));
        latencies.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - intended) / 1_000));
      }
    }
    return latencies;
  }

  /** Publications whose listeners have not finished. */
  long backlog() {
    try (var connection = new HttpConnection(management)) {
      return json(connection.get("/actuator/publications")).path("total").asLong();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private void awaitDrained() {
    try {
      while (backlog() > 0) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted; no result was written.", e);
    }
  }

  private static <T> List<T> all(int clients, Callable<T> client) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<T>> futures =
          IntStream.range(0, clients).mapToObj(number -> threads.submit(client)).toList();
      return futures.stream().map(OrderLoad::outcome).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T outcome(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw unreachable(io);
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted; no result was written.", e);
    }
  }

  private static void requireCreated(HttpConnection.Answer answer) throws IOException {
    if (answer.status() != 201) {
      throw new IOException("an order was answered with " + answer.status() + ": " + answer.body());
    }
  }

  private static JsonNode json(HttpConnection.Answer answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static CouldNotRun unreachable(IOException e) {
    return new CouldNotRun(
        "The measurement broke off (" + e.getMessage() + "); no result was written.", e);
  }
}
