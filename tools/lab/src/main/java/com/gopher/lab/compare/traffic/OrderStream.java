package com.gopher.lab.compare.traffic;

import com.gopher.lab.compare.statistics.Fork;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Places orders in a running system and learns when their parcels became visible to customers.
 *
 * <p>Parcels must not move meanwhile ({@link Standstill}): then the only news of a parcel is that
 * it exists, and {@code asOf} in the shop's answer is the moment when the shop learned of it. It is
 * read when the load is over, so that asking neither disturbs nor rounds.
 */
public final class OrderStream {

  private static final int MOST_CALLERS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final RunningSystem system;
  private final Basket basket;

  public OrderStream(RunningSystem system) throws IOException {
    this.system = system;
    this.basket = Basket.fill(system.url());
  }

  /**
   * What became of orders.
   *
   * @param accepted microseconds from the intended time to the answer, by its second
   * @param visible microseconds from the intended time to the visible parcel, by its second
   * @param begin the first intended time
   * @param lastVisible when the last parcel became visible
   * @param invisible accepted orders without a parcel when patience ended
   */
  public record Placed(
      LoadRecord load,
      Fork accepted,
      Fork visible,
      Instant begin,
      Instant lastVisible,
      long invisible) {

    /** Orders whose parcels became visible, by the time that took altogether. */
    public double perSecond() {
      double seconds = begin.until(lastVisible, ChronoUnit.MICROS) / 1e6;
      return (load.accepted() - invisible) / seconds;
    }
  }

  /** Until the compilers had a chance; returns when all that it caused is done. */
  public void warmUp(double perSecond, Duration duration) throws IOException, InterruptedException {
    place(perSecond, duration);
  }

  /** At this rate, however slow the answers are; returns when the last parcel is visible. */
  public Placed place(double perSecond, Duration duration)
      throws IOException, InterruptedException {
    int most = (int) Math.ceil(perSecond * duration.toMillis() / 1e3) + 1;
    var ids = new AtomicReferenceArray<String>(most);
    var latencies = new AtomicLongArray(most);
    LoadRecord load =
        new OpenLoop(
                system.url(),
                MOST_CALLERS,
                (number, micros, answered) -> latencies.set((int) number, micros))
            .run(
                perSecond,
                duration,
                (connection, number) -> {
                  HttpConnection.Answer answer = connection.post("/api/orders", basket.json());
                  if (answer.status() == 201) {
                    ids.set((int) number, answer.body());
                  }
                  return Answered.expecting(201, answer);
                });
    return followed(load, perSecond, ids, latencies);
  }

  private Placed followed(
      LoadRecord load,
      double perSecond,
      AtomicReferenceArray<String> answers,
      AtomicLongArray latencies)
      throws IOException, InterruptedException {
    int seconds = (int) load.duration().toSeconds() + 1;
    var accepted = slices(seconds);
    var visible = slices(seconds);
    Instant last = load.begin().plusMillis(1);
    long invisible = 0;
    long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
    try (var connection = new HttpConnection(system.url())) {
      for (int number = 0; number < load.intended(); number++) {
        String answer = answers.get(number);
        if (answer == null) {
          continue;
        }
        double after = number / perSecond;
        Instant intended = load.begin().plusNanos((long) (after * 1e9));
        accepted.get((int) after).add(latencies.get(number));
        Optional<Instant> seen = awaitParcel(connection, id(answer), patienceEnds);
        if (seen.isEmpty()) {
          invisible++;
          continue;
        }
        visible.get((int) after).add(Math.max(1, intended.until(seen.get(), ChronoUnit.MICROS)));
        last = last.isAfter(seen.get()) ? last : seen.get();
      }
    }
    return new Placed(load, fork(accepted), fork(visible), load.begin(), last, invisible);
  }

  private static Optional<Instant> awaitParcel(
      HttpConnection connection, String order, long patienceEnds)
      throws IOException, InterruptedException {
    while (true) {
      HttpConnection.Answer answer = connection.get("/api/tracking/" + order);
      if (answer.status() == 200) {
        return Optional.of(Instant.parse(json(answer.body()).path("asOf").asString()));
      }
      if (System.nanoTime() > patienceEnds) {
        return Optional.empty();
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static String id(String order) {
    return json(order).path("id").asString();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static List<List<Long>> slices(int seconds) {
    return IntStream.range(0, seconds).<List<Long>>mapToObj(second -> new ArrayList<>()).toList();
  }

  private static Fork fork(List<List<Long>> slices) {
    return new Fork(
        slices.stream().map(slice -> slice.stream().mapToLong(Long::longValue).toArray()).toList());
  }
}
