package com.gopher.lab.compare.experiment.stopwatch;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.RawHistogram;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Latencies;
import com.gopher.lab.compare.traffic.OrderStream;
import com.gopher.lab.compare.traffic.Standstill;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.LoadRecord;
import com.gopher.lab.load.OpenLoop;
import com.gopher.lab.load.OpenLoop.Answered;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Why numbers of a loop that waits for its answers lie: the same freeze, measured both ways. */
public final class Stopwatch implements Experiment {

  private static final double RATE = 30;
  private static final Duration RUN = Duration.ofSeconds(10);
  private static final Duration FREEZE_AFTER = Duration.ofSeconds(4);
  private static final Duration FREEZE = Duration.ofSeconds(2);
  private static final int MOST_CALLERS = 128;
  private static final long LONGEST_MICROS = Duration.ofMinutes(1).toMillis() * 1_000;

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    SystemShape shape = laboratory.shapes().get(0);
    try (RunningSystem system = laboratory.start(shape, Standstill.setup())) {
      new OrderStream(system).warmUp(RATE, Duration.ofSeconds(3));
      Basket basket = Basket.fill(system.url());
      laboratory.tell("open loop");
      Histogram open = frozenMeanwhile(system, () -> open(system, basket));
      laboratory.tell("closed loop");
      Histogram closed = frozenMeanwhile(system, () -> closed(system, basket));
      var verdict = new StopwatchVerdict(open, closed, FREEZE, text().smallest("p99"));
      return new Finding(
          verdict.verdict(),
          verdict.because(),
          Map.of(shape.name(), measures(open, closed)),
          List.of(),
          List.of(chart(shape.name(), open, closed)),
          List.of(
              RawHistogram.of(shape.name(), "open loop", "µs", open),
              RawHistogram.of(shape.name(), "closed loop", "µs", closed)));
    }
  }

  private static Histogram open(RunningSystem system, Basket basket) throws InterruptedException {
    LoadRecord record =
        new OpenLoop(system.url(), MOST_CALLERS)
            .run(
                RATE,
                RUN,
                (connection, number) ->
                    Answered.expecting(201, connection.post("/api/orders", basket.json())));
    return record.latency();
  }

  private static Histogram closed(RunningSystem system, Basket basket)
      throws IOException, InterruptedException {
    var latencies = new Histogram(LONGEST_MICROS, 3);
    long gap = (long) (1e9 / RATE);
    long end = System.nanoTime() + RUN.toNanos();
    try (var connection = new HttpConnection(system.url())) {
      for (long next = System.nanoTime();
          next < end;
          next = Math.max(next + gap, System.nanoTime())) {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        long sent = System.nanoTime();
        connection.post("/api/orders", basket.json());
        latencies.recordValue((System.nanoTime() - sent) / 1_000);
      }
    }
    return latencies;
  }

  private static Histogram frozenMeanwhile(RunningSystem system, Callable<Histogram> load)
      throws IOException, InterruptedException {
    String frontDoor = system.shape().frontDoor();
    ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
    try {
      List<ScheduledFuture<?>> signals =
          List.of(
              later(FREEZE_AFTER, () -> signal(system, frontDoor, "STOP"), hand),
              later(FREEZE_AFTER.plus(FREEZE), () -> signal(system, frontDoor, "CONT"), hand));
      Histogram histogram = load.call();
      for (ScheduledFuture<?> signal : signals) {
        signal.get();
      }
      return histogram;
    } catch (IOException | InterruptedException e) {
      throw e;
    } catch (ExecutionException e) {
      throw new IOException("The freeze failed: " + e.getCause(), e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      hand.shutdownNow();
    }
  }

  private static ScheduledFuture<?> later(
      Duration delay, Callable<Boolean> work, ScheduledExecutorService hand) {
    return hand.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean signal(RunningSystem system, String process, String signal)
      throws IOException, InterruptedException {
    system.signal(process, signal);
    return true;
  }

  private static List<Measure> measures(Histogram open, Histogram closed) {
    var measures = new ArrayList<Measure>();
    var both = new LinkedHashMap<String, Histogram>();
    both.put("open loop", open);
    both.put("closed loop", closed);
    both.forEach(
        (loop, histogram) -> {
          measures.add(new Measure(loop + ": orders", histogram.getTotalCount(), "orders"));
          for (double percentile : Measures.PERCENTILES) {
            measures.add(
                new Measure(
                    Measures.percentile(loop + ":", percentile),
                    histogram.getValueAtPercentile(percentile) / 1e3,
                    "ms"));
          }
        });
    return measures;
  }

  private static Chart chart(String shape, Histogram open, Histogram closed) {
    return Chart.percentiles(
        "One freeze of %s s, seen by an open and by a closed loop".formatted(FREEZE.toSeconds()),
        List.of(
            Chart.Series.line(shape + ", open loop", Latencies.points(open)),
            Chart.Series.line(shape + ", closed loop", Latencies.points(closed))));
  }
}
