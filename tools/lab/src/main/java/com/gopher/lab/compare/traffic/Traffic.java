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

  private final double perSecond;
  private final long begin = System.nanoTime();
  private final OpenLoop loop;
  private final FutureTask<LoadRecord> load;
  private final AtomicReferenceArray<String> answers;
  private final AtomicLongArray latencies;

  /** Begins at once. */
  public Traffic(URI shop, Basket basket, double perSecond, double seconds) {
    int calls = (int) Math.round(perSecond * seconds) + 1;
    this.perSecond = perSecond;
    this.answers = new AtomicReferenceArray<>(calls);
    this.latencies = new AtomicLongArray(calls);
    // As many callers as can be waiting for an answer at the same time, and some that connect.
    int callers = (int) (perSecond * CUSTOMERS_PATIENCE.toSeconds() * 2);
    this.loop =
        new OpenLoop(
            shop,
            callers,
            CUSTOMERS_PATIENCE,
            (number, micros, answered) -> latencies.set((int) number, micros));
    this.load =
        new FutureTask<>(
            () ->
                loop.run(
                    perSecond,
                    Duration.ofMillis(Math.round(seconds * 1e3)),
                    (connection, number) -> order(connection, basket, (int) number)));
    var thread = new Thread(load, "traffic");
    thread.setDaemon(true);
    thread.start();
  }

  /** Nobody orders any more, should whoever measures give up early. */
  @Override
  public void close() {
    loop.end();
  }

  private Answered order(HttpConnection connection, Basket basket, int number) throws IOException {
    HttpConnection.Answer answer = connection.post("/api/orders", basket.json());
    if (answer.status() == 201) {
      answers.set(number, answer.body());
    }
    return Answered.expecting(201, answer);
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
    LoadRecord record = record();
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
    Instant began = record().begin();
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
   * these seconds since the load began, by the time that whoever ships has noted in them.
   */
  public long shippedBetween(URI shop, double from, double to)
      throws IOException, InterruptedException {
    Attempts attempts = end();
    Instant began = record().begin();
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

  private LoadRecord record() throws IOException, InterruptedException {
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
