package com.gopher.lab.bench;

import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import com.gopher.lab.system.Waiting;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Places orders of two lines each, as fast as the shop answers or at a given rate. */
final class OrderLoad {

  /** Enough that a slow answer does not keep the next order from leaving in time. */
  private static final int OPEN_LOOP_CONNECTIONS = 64;

  private static final int HELD_BACK = 503;
  private static final long PAUSE_NANOS = 10_000_000;

  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(10);

  /** Longer than any work that orders are placed beside. */
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofHours(1);

  private final URI shop;
  private final @Nullable URI management;
  private final String order;

  /** Registers a customer and looks the products up. */
  OrderLoad(URI shop, @Nullable URI management) throws IOException {
    this.shop = shop;
    this.management = management;
    this.order = Basket.fill(shop).json();
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
  Closed closedLoop(int clients, Duration duration) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long orders = buyAll(clients, begin + duration.toNanos(), false);
    double seconds = secondsSince(begin);
    long backlog = backlog();
    if (!Waiting.until(DRAINED_WITHIN, () -> backlog() == 0)) {
      throw new IOException("listeners did not finish");
    }
    return new Closed(orders, seconds, backlog, secondsSince(begin));
  }

  /**
   * The same load for a shop that holds orders back now and then: a client that was refused for it
   * waits a moment. Returns how many were accepted, and does not wait for the listeners.
   */
  long asManyAsAreAccepted(int clients, Duration duration)
      throws IOException, InterruptedException {
    return buyAll(clients, System.nanoTime() + duration.toNanos(), true);
  }

  private long buyAll(int clients, long end, boolean mayBeHeldBack)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    Callable<Long> client = () -> buyUntil(end, mayBeHeldBack);
    try {
      long orders = 0;
      for (Future<Long> bought : threads.invokeAll(Collections.nCopies(clients, client))) {
        orders += bought.get();
      }
      return orders;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private long buyUntil(long end, boolean mayBeHeldBack) throws IOException {
    long orders = 0;
    try (var connection = new HttpConnection(shop)) {
      byte[] request = connection.postRequest("/api/orders", order);
      while (System.nanoTime() < end) {
        HttpConnection.Answer answer = connection.send(request);
        if (mayBeHeldBack && answer.status() == HELD_BACK) {
          LockSupport.parkNanos(PAUSE_NANOS);
          continue;
        }
        if (answer.status() != 201) {
          throw new IOException(
              "an order was answered with %s: %s".formatted(answer.status(), answer.body()));
        }
        orders++;
      }
    }
    return orders;
  }

  /**
   * Orders leave by the clock, and some may be refused: by a shop that is not warm yet, or while
   * others need the machine.
   */
  LoadRecord offer(double perSecond, Duration duration) throws InterruptedException {
    return offer(new OpenLoop(shop, OPEN_LOOP_CONNECTIONS), perSecond, duration);
  }

  private LoadRecord offer(OpenLoop loop, double perSecond, Duration duration)
      throws InterruptedException {
    return loop.run(
        perSecond,
        duration,
        (connection, number) -> Answered.expecting(201, connection.post("/api/orders", order)));
  }

  /** Something that is done while orders are placed. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /** Orders leave by the clock as long as this work lasts, and some may be refused. */
  <T> OrdersBeside<T> beside(double perSecond, Work<T> work)
      throws IOException, InterruptedException {
    var loop = new OpenLoop(shop, OPEN_LOOP_CONNECTIONS);
    var orders = new FutureTask<>(() -> offer(loop, perSecond, AS_LONG_AS_IT_TAKES));
    var customers = new Thread(orders, "customers");
    customers.setDaemon(true);
    customers.start();
    long begin = System.nanoTime();
    double seconds;
    T result;
    try {
      result = work.run();
    } finally {
      seconds = secondsSince(begin);
      loop.end();
    }
    try {
      return new OrdersBeside<>(orders.get(), seconds, result);
    } catch (ExecutionException e) {
      throw new IOException("the orders beside it broke off", e.getCause());
    }
  }

  /**
   * Orders leave by the clock, however slow the answers are.
   *
   * @return latency from the intended time in microseconds
   */
  Histogram openLoop(double perSecond, Duration duration) throws IOException, InterruptedException {
    LoadRecord record = offer(perSecond, duration);
    if (!record.refusals().isEmpty()) {
      throw new IOException("orders were not accepted: " + record.refusals());
    }
    return record.latency();
  }

  /** Publications whose listeners have not finished. */
  private long backlog() throws IOException {
    try (var api = new JsonApi(management)) {
      return api.get("/actuator/publications").path("total").asLong();
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
