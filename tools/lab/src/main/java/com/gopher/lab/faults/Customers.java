package com.gopher.lab.faults;

import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import com.gopher.lab.system.Waiting;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Customers who order and cancel by the clock, whatever is broken. One who gets no answer asks
 * again with the same idempotency key until there is one, and remembers what was promised.
 */
final class Customers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /** Who asks and asks again must not be a load that keeps a shop from coming back. */
  private static final int AT_ONCE_LIMIT = 60;

  /**
   * A request that could not be started for so long is dropped: a shop that was away for minutes
   * shall not be run over by all of them at once.
   */
  private static final Duration LATENESS_LIMIT = Duration.ofSeconds(5);

  private static final int TOO_LATE = 409;

  /** So a shop refuses whose listeners are behind, as on a machine with too much to do. */
  private static final String HELD_BACK = "catching up with earlier orders";

  private final OrderPlan plan;
  private final String basket;
  private final AcceptedOrders orders = new AcceptedOrders();
  private final OpenLoop loop;
  private final Thread caller;
  private final double perSecond;
  private final Duration longest;
  private volatile long begin;

  /**
   * @param perSecond calls, about a quarter of them cancellations
   * @param longest after that nobody comes any more, also if nobody says stop
   */
  Customers(URI shop, OrderPlan plan, double perSecond, Duration longest)
      throws InterruptedException {
    this.plan = plan;
    this.basket = filled(shop).json();
    this.loop = new OpenLoop(shop, AT_ONCE_LIMIT);
    this.perSecond = perSecond;
    this.longest = longest;
    this.caller = new Thread(this::call, "customers");
    this.caller.setDaemon(true);
  }

  /**
   * Of programs that have just started the first answers may be late, and a gateway does not wait
   * for them as long as a customer would.
   */
  private static Basket filled(URI shop) throws InterruptedException {
    var filled = new AtomicReference<@Nullable Basket>();
    Waiting.until(
        PATIENCE,
        () -> {
          filled.set(Basket.fill(shop));
          return true;
        });
    Basket basket = filled.get();
    if (basket == null) {
      throw new CouldNotRun(
          "No customer could be registered at %s for %s s. No fault struck; all processes were ended. Their logs are kept.",
          shop, PATIENCE.toSeconds());
    }
    return basket;
  }

  void start() {
    caller.start();
  }

  /** Lets nobody else in, waits until everybody inside was answered, and returns what they know. */
  AcceptedOrders stop() throws InterruptedException {
    loop.end();
    caller.join();
    return orders;
  }

  private void call() {
    begin = System.nanoTime();
    try {
      loop.run(perSecond, longest, this::act);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answered act(HttpConnection connection, long number) throws IOException {
    if (System.nanoTime() - begin > number * 1e9 / perSecond + LATENESS_LIMIT.toNanos()) {
      orders.notAsked(number);
    } else if (plan.isCancellation(number)) {
      cancel(connection, plan.target(number));
    } else {
      place(connection, number);
    }
    return Answered.ACCEPTED;
  }

  private void place(HttpConnection connection, long number) throws IOException {
    var answer =
        untilAnswered(
            connection,
            connection.postRequest("/api/orders", basket, "Idempotency-Key: " + plan.key(number)));
    if (answer != null && (answer.status() == 200 || answer.status() == 201)) {
      orders.accepted(number, JsonApi.read(answer).path("id").asString());
    } else {
      orders.surprised("an order was " + outcome(answer));
    }
  }

  private void cancel(HttpConnection connection, long number) throws IOException {
    String id = placed(number);
    if (id != null) {
      var answer =
          untilAnswered(connection, connection.postRequest("/api/orders/" + id + "/cancel", ""));
      if (answer != null && answer.status() == 202) {
        orders.cancellationAccepted();
      } else if (answer == null || answer.status() != TOO_LATE) {
        orders.surprised("a cancellation was " + outcome(answer));
      }
    }
  }

  private @Nullable String placed(long number) {
    try {
      return orders.order(number).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (CancellationException | ExecutionException | TimeoutException neverAccepted) {
      return null;
    }
  }

  /** Returns null if patience ended first. */
  private HttpConnection.@Nullable Answer untilAnswered(HttpConnection connection, byte[] request)
      throws IOException {
    long sent = System.nanoTime();
    long end = sent + PATIENCE.toNanos();
    long pause = PAUSE_MILLIS;
    while (System.nanoTime() < end) {
      try {
        var answer = connection.send(request);
        if (answer.status() < 500) {
          orders.answeredAfter(System.nanoTime() - sent);
          return answer;
        }
        if (!answer.body().contains(HELD_BACK)) {
          orders.failed();
        }
      } catch (IOException noAnswer) {
        orders.failed();
        connection.reset();
      }
      orders.refused();
      try {
        Thread.sleep(pause);
        pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }

  private static String outcome(HttpConnection.@Nullable Answer answer) {
    return answer == null
        ? "not accepted for " + PATIENCE.toSeconds() + " s"
        : "answered " + answer.status() + " " + answer.body();
  }

  @Override
  public void close() {
    loop.end();
  }
}
