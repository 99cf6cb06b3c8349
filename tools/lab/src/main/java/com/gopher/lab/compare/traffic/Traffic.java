package com.gopher.lab.compare.traffic;

import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who go on ordering by the clock while something happens to the system. Each gives up
 * after some seconds without an answer.
 *
 * <p>Whether and when their parcels became visible is asked afterwards, see {@link OrderStream};
 * the parcels must stand still.
 */
public final class Traffic implements AutoCloseable {

  private static final Duration CUSTOMERS_PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_WAITING = 64;

  private final double perSecond;
  private final long begin = System.nanoTime();
  private final OpenLoop loop;
  private final FutureTask<LoadRecord> load;
  private final AtomicReferenceArray<String> answers;
  private final AtomicLongArray latencies;
  private volatile String newest = "";

  /** Customers of little patience. Begins at once. */
  public Traffic(URI shop, Basket basket, double perSecond, double seconds) {
    // As many callers as can be waiting for an answer at the same time, and some that connect.
    this(
        shop,
        basket,
        perSecond,
        Duration.ofMillis(Math.round(seconds * 1e3)),
        (int) (perSecond * CUSTOMERS_PATIENCE.toSeconds() * 2),
        CUSTOMERS_PATIENCE);
  }

  /** Customers who wait for each answer, as far as one can. Begins at once. */
  public static Traffic patient(URI shop, Basket basket, double perSecond, Duration duration) {
    return new Traffic(shop, basket, perSecond, duration, MOST_WAITING, Duration.ofSeconds(30));
  }

  private Traffic(
      URI shop,
      Basket basket,
      double perSecond,
      Duration duration,
      int callers,
      Duration patience) {
    int calls = (int) Math.ceil(perSecond * duration.toMillis() / 1e3) + 1;
    this.perSecond = perSecond;
    this.answers = new AtomicReferenceArray<>(calls);
    this.latencies = new AtomicLongArray(calls);
    this.loop =
        new OpenLoop(
            shop,
            callers,
            patience,
            (number, micros, answered) -> latencies.set((int) number, micros));
    this.load =
        new FutureTask<>(
            () ->
                loop.run(
                    perSecond,
                    duration,
                    (connection, number) -> order(connection, basket, (int) number)));
    var thread = new Thread(load, "traffic");
    thread.setDaemon(true);
    thread.start();
  }

  /** Nobody orders any more, should the measuring end early. */
  @Override
  public void close() {
    loop.end();
  }

  private Answered order(HttpConnection connection, Basket basket, int number) throws IOException {
    HttpConnection.Answer answer = connection.post("/api/orders", basket.json());
    if (answer.status() == 201) {
      answers.set(number, answer.body());
      newest = answer.body();
    }
    return Answered.expecting(201, answer);
  }

  /** The id of the order that was accepted last; empty if none was. */
  public String newestOrder() {
    String order = newest;
    return order.isEmpty() ? "" : json(order).path("id").asString();
  }

  /** Seconds since it began. */
  public double now() {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Returns at that second of it. */
  public void await(double second) throws InterruptedException {
    long millis = Math.round((second - now()) * 1e3);
    if (millis > 0) {
      Thread.sleep(millis);
    }
  }

  /** Waits until the last customer was answered or gave up; of no parcel anything is known yet. */
  public Attempts end() throws IOException, InterruptedException {
    LoadRecord record = load();
    var attempts = new ArrayList<Attempt>();
    for (int number = 0; number < record.intended(); number++) {
      String answer = answers.get(number);
      attempts.add(
          new Attempt(
              number / perSecond,
              latencies.get(number) / 1e6,
              answer == null ? null : json(answer).path("id").asString(),
              Double.NaN));
    }
    return new Attempts(List.copyOf(attempts));
  }

  /**
   * Waits until the last customer was answered or gave up, and then until all parcels are visible.
   *
   * @param patience then those that are not visible count as lost
   */
  public Attempts end(URI shop, Duration patience) throws IOException, InterruptedException {
    Attempts attempts = end();
    Instant began = load().begin();
    long patienceEnds = System.nanoTime() + patience.toNanos();
    var followed = new ArrayList<Attempt>();
    try (var connection = new HttpConnection(shop)) {
      for (Attempt attempt : attempts.all()) {
        followed.add(
            attempt.order() == null
                ? attempt
                : attempt.visibleAt(parcelOf(attempt.order(), connection, began, patienceEnds)));
      }
    }
    return new Attempts(List.copyOf(followed));
  }

  /**
   * Waits until the last customer was answered or gave up; then counts the parcels that left within
   * these seconds since the load began, by the time that the shipping process has noted in them.
   */
  public long shippedBetween(URI shop, double from, double to)
      throws IOException, InterruptedException {
    Attempts attempts = end();
    Instant began = load().begin();
    long shipped = 0;
    try (var connection = new HttpConnection(shop)) {
      for (Attempt attempt : attempts.all()) {
        if (attempt.order() != null) {
          HttpConnection.Answer answer = connection.get("/api/tracking/" + attempt.order());
          for (JsonNode step : json(answer.body()).path("history")) {
            double at =
                began.until(Instant.parse(step.path("at").asString()), ChronoUnit.MICROS) / 1e6;
            if (step.path("status").asString().equals("SHIPPED") && from <= at && at < to) {
              shipped++;
            }
          }
        }
      }
    }
    return shipped;
  }

  private static double parcelOf(
      String order, HttpConnection connection, Instant began, long patienceEnds)
      throws IOException, InterruptedException {
    while (true) {
      HttpConnection.Answer answer = connection.get("/api/tracking/" + order);
      if (answer.status() == 200) {
        Instant seen = Instant.parse(json(answer.body()).path("asOf").asString());
        return began.until(seen, ChronoUnit.MICROS) / 1e6;
      }
      if (System.nanoTime() > patienceEnds) {
        return Double.NaN;
      }
      Thread.sleep(20);
    }
  }

  /** Waits until the last customer was answered or gave up. */
  public LoadRecord load() throws IOException, InterruptedException {
    try {
      return load.get();
    } catch (ExecutionException e) {
      throw new IOException("The load failed", e.getCause());
    }
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
