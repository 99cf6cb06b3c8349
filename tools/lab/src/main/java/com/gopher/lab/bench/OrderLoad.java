package com.gopher.lab.bench;

import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places orders of two lines each, as fast as the shop answers or at a given rate. */
final class OrderLoad {

  /** Enough that a slow answer does not keep the next order from leaving in time. */
  private static final int OPEN_LOOP_CONNECTIONS = 64;

  private final URI shop;
  private final URI management;
  private final String order;

  /** Registers a customer and looks the products up. */
  OrderLoad(URI shop, URI management) {
    this.shop = shop;
    this.management = management;
    try {
      this.order = Basket.fill(shop).json();
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
   * Orders leave by the clock, and some may be refused: by a shop that is not warm yet, or while
   * others need the machine.
   */
  LoadRecord offer(double perSecond, Duration duration) {
    try {
      return new OpenLoop(shop, OPEN_LOOP_CONNECTIONS)
          .run(
              perSecond,
              duration,
              (connection, number) ->
                  Answered.expecting(201, connection.post("/api/orders", order)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted; no result was written.", e);
    }
  }

  /**
   * Orders leave by the clock, however slow the answers are.
   *
   * @return latency from the intended time in microseconds
   */
  Histogram openLoop(double perSecond, Duration duration) {
    try {
      LoadRecord record = offer(perSecond, duration);
      if (!record.refusals().isEmpty()) {
        throw new IOException("orders were not accepted: " + record.refusals());
      }
      return record.latency();
    } catch (IOException e) {
      throw unreachable(e);
    }
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
