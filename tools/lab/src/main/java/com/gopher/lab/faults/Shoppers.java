package com.gopher.lab.faults;

import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who order and cancel by the clock, whatever is broken. One who gets no answer asks
 * again with the same idempotency key until he has one, and remembers what he was told.
 */
final class Shoppers implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /** Who asks and asks again must not be a load that keeps a shop from coming back. */
  private static final int MOST_AT_ONCE = 60;

  /**
   * Who could not even come in for so long goes home and was promised nothing: a shop that was away
   * for minutes shall not be run over by all of them at once.
   */
  private static final Duration MOST_LATE = Duration.ofSeconds(5);

  private static final int TOO_LATE = 409;

  private final Plan plan;
  private final String basket;
  private final Ledger ledger = new Ledger();
  private final OpenLoop loop;
  private final Thread street;
  private final double perSecond;
  private volatile long begin;

  /**
   * @param perSecond calls, about a quarter of them cancellations
   */
  Shoppers(URI shop, Plan plan, double perSecond) throws IOException {
    this.plan = plan;
    this.basket = Basket.fill(shop).json();
    this.loop = new OpenLoop(shop, MOST_AT_ONCE);
    this.perSecond = perSecond;
    this.street = new Thread(this::walk, "shoppers");
    this.street.setDaemon(true);
  }

  void start() {
    street.start();
  }

  /** Lets nobody else in, waits until everybody inside was answered, and returns what they know. */
  Ledger stop() throws InterruptedException {
    loop.end();
    street.join();
    return ledger;
  }

  private void walk() {
    begin = System.nanoTime();
    try {
      loop.run(perSecond, LONGEST, this::act);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answered act(HttpConnection connection, long number) throws IOException {
    if (System.nanoTime() - begin > number * 1e9 / perSecond + MOST_LATE.toNanos()) {
      ledger.notAsked(number);
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
            connection, connection.repeatablePostRequest("/api/orders", basket, plan.key(number)));
    if (answer != null && (answer.status() == 200 || answer.status() == 201)) {
      ledger.accepted(number, JsonMapper.shared().readTree(answer.body()).path("id").asString());
    } else {
      ledger.surprised("an order was " + told(answer));
    }
  }

  private void cancel(HttpConnection connection, long number) throws IOException {
    String id = placed(number);
    if (id != null) {
      var answer =
          untilAnswered(connection, connection.postRequest("/api/orders/" + id + "/cancel", ""));
      if (answer != null && answer.status() == 202) {
        ledger.cancellationAccepted();
      } else if (answer == null || answer.status() != TOO_LATE) {
        ledger.surprised("a cancellation was " + told(answer));
      }
    }
  }

  private @Nullable String placed(long number) {
    try {
      return ledger.order(number).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (CancellationException | ExecutionException | TimeoutException neverAccepted) {
      return null;
    }
  }

  /** Returns null if his patience ended first. */
  private HttpConnection.@Nullable Answer untilAnswered(HttpConnection connection, byte[] request)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = PAUSE_MILLIS;
    while (System.nanoTime() < end) {
      try {
        var answer = connection.send(request);
        if (answer.status() < 500) {
          return answer;
        }
      } catch (IOException noAnswer) {
        connection.reset();
      }
      ledger.refused();
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

  private static String told(HttpConnection.@Nullable Answer answer) {
    return answer == null
        ? "not accepted for " + PATIENCE.toSeconds() + " s"
        : "answered " + answer.status() + " " + answer.body();
  }

  @Override
  public void close() {
    loop.end();
  }
}
