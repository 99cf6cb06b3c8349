package com.gopher.lab.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Calls that leave by the clock, however slow the answers are; latency counts from the intended
 * time. A loop that waits for an answer before it sends again leaves out just those calls that
 * would have met the delay (Gil Tene, "How NOT to Measure Latency": coordinated omission).
 *
 * <p>One caller always waits for the next intended time; when it leaves and no other waits, another
 * one is hired. So a server that stands still is met by as many callers as the schedule asks for,
 * up to a limit; after that calls leave late, which the schedule error shows.
 */
public final class OpenLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI server;
  private final int callerLimit;
  private final Duration patience;
  private final Observer observer;
  private volatile boolean ended;

  /**
   * @param callerLimit connections at the same time, each with a thread of its own
   */
  public OpenLoop(URI server, int callerLimit) {
    this(server, callerLimit, (number, latencyMicros, answered) -> {});
  }

  /**
   * @param observer hears of each call besides
   */
  public OpenLoop(URI server, int callerLimit, Observer observer) {
    this(server, callerLimit, PATIENCE, observer);
  }

  /**
   * @param patience how long each caller waits for an answer that does not come
   */
  public OpenLoop(URI server, int callerLimit, Duration patience, Observer observer) {
    this.server = server;
    this.callerLimit = callerLimit;
    this.patience = patience;
    this.observer = observer;
  }

  /** Hears how each call ended, from many threads. */
  @FunctionalInterface
  public interface Observer {

    /**
     * @param number of the call, from 0
     * @param latencyMicros from the intended time
     */
    void answered(long number, long latencyMicros, Answered answered);
  }

  /** One call of the load. */
  @FunctionalInterface
  public interface Call {

    /**
     * @param number counts from 0
     * @throws IOException if no answer came; counted, and the connection is made anew
     */
    Answered send(HttpConnection connection, long number) throws IOException;
  }

  /**
   * How a call ended.
   *
   * @param refusal null if it was accepted; else the reason, one of few
   */
  public record Answered(@Nullable String refusal) {

    public static final Answered ACCEPTED = new Answered(null);

    /** Accepted if it has this status; else refused, with its status as the reason. */
    public static Answered expecting(int status, HttpConnection.Answer answer) {
      return answer.status() == status ? ACCEPTED : new Answered("HTTP " + answer.status());
    }
  }

  /** Returns when the last answer has come, or its connection has given up. */
  public LoadRecord run(double perSecond, Duration duration, Call call)
      throws InterruptedException {
    return new Run(perSecond, duration, call).toTheEnd();
  }

  /** Lets no further call leave, for good; {@link #run} then returns as at its end. */
  public void end() {
    ended = true;
  }

  private final class Run {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final LoadRecorder recorder;
    private final Call call;
    private final double gapNanos;
    private final long count;
    private final long begin = System.nanoTime() + Duration.ofMillis(50).toNanos();
    private final AtomicLong next = new AtomicLong();
    private final AtomicInteger hired = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong cpuNanos = new AtomicLong();
    private final Phaser atWork = new Phaser(1);

    Run(double perSecond, Duration duration, Call call) {
      this.call = call;
      this.gapNanos = 1e9 / perSecond;
      this.count = Math.round(perSecond * duration.toNanos() / 1e9);
      this.recorder =
          new LoadRecorder(
              perSecond,
              duration,
              Instant.now().plusNanos(begin - System.nanoTime()),
              begin,
              count);
    }

    LoadRecord toTheEnd() throws InterruptedException {
      hire();
      hire();
      int phase = atWork.arrive();
      try {
        atWork.awaitAdvanceInterruptibly(phase);
      } catch (InterruptedException e) {
        // What is measured next shall not meet this load.
        end();
        throw e;
      }
      return recorder.result(cpuNanos.get() / 1e9);
    }

    private void hire() {
      if (hired.incrementAndGet() > callerLimit) {
        hired.decrementAndGet();
        return;
      }
      atWork.register();
      var caller = new Thread(this::work, "load");
      caller.setDaemon(true);
      caller.start();
    }

    private void work() {
      @Nullable HttpConnection connection = null;
      try {
        long number = await();
        while (number < count) {
          if (waiting.get() == 0) {
            hire();
          }
          connection = send(connection, number);
          number = await();
        }
      } finally {
        close(connection);
        cpuNanos.addAndGet(threads.getCurrentThreadCpuTime());
        atWork.arriveAndDeregister();
      }
    }

    /** Takes the next number and waits for its time. */
    private long await() {
      waiting.incrementAndGet();
      long number = next.getAndIncrement();
      if (number < count) {
        for (long early = intended(number) - System.nanoTime();
            early > 0;
            early = intended(number) - System.nanoTime()) {
          LockSupport.parkNanos(early);
        }
      }
      waiting.decrementAndGet();
      return ended ? count : number;
    }

    private long intended(long number) {
      return begin + (long) (number * gapNanos);
    }

    private @Nullable HttpConnection send(@Nullable HttpConnection connection, long number) {
      long intended = intended(number);
      long sent = System.nanoTime();
      HttpConnection open = connection;
      try {
        if (open == null) {
          open = new HttpConnection(server, patience);
        }
        record(number, intended, sent, call.send(open, number));
        return open;
      } catch (IOException e) {
        record(number, intended, sent, new Answered(e.getClass().getSimpleName()));
        close(open);
        return null;
      }
    }

    private void record(long number, long intended, long sent, Answered answered) {
      long now = System.nanoTime();
      recorder.answered(intended, sent, now, answered);
      observer.answered(number, Math.max(0, (now - intended) / 1_000), answered);
    }

    private static void close(@Nullable HttpConnection connection) {
      if (connection != null) {
        try {
          connection.close();
        } catch (IOException alreadyBroken) {
          // It is given up anyway.
        }
      }
    }
  }
}
