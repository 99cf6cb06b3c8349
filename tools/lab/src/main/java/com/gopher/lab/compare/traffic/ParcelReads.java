package com.gopher.lab.compare.traffic;

import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.JsonApi;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A customer who looks at one parcel again and again, by the clock, until nobody watches. */
public final class ParcelReads implements AutoCloseable {

  public static final int PER_SECOND = 50;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ROUNDED = Duration.ofMillis(1);
  private static final int OK = 200;
  private static final long NANOS = 1_000_000_000L;

  /**
   * @param second when it was sent, since these reads began
   * @param answered false if no parcel came back
   * @param current true if the answer is that of somebody who decides about the parcel, and not an
   *     earlier one that somebody remembers
   */
  public record Read(double second, boolean answered, boolean current) {}

  private final List<Read> all = Collections.synchronizedList(new ArrayList<>());
  private final HttpConnection connection;
  private final String path;
  private final long begin = System.nanoTime();
  private final Thread reader = new Thread(this::read, "parcel-reads");
  private volatile boolean closed;

  public ParcelReads(URI door, String path) {
    this.connection = new HttpConnection(door, PATIENCE);
    this.path = path;
    reader.start();
  }

  /** In seconds since these reads began. */
  public double now() {
    return (System.nanoTime() - begin) / (double) NANOS;
  }

  /** Those that were sent in this time. */
  public List<Read> between(double from, double to) {
    synchronized (all) {
      return all.stream().filter(read -> read.second() >= from && read.second() < to).toList();
    }
  }

  private void read() {
    while (!closed) {
      awaitTheNextTick();
      all.add(read(now()));
    }
  }

  /** One that was missed is not made up for: a late failure would be taken for an early one. */
  private void awaitTheNextTick() {
    long tick = NANOS / PER_SECOND;
    long due = begin + ((System.nanoTime() - begin) / tick + 1) * tick;
    for (long left = due - System.nanoTime(); left > 0 && !closed; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private Read read(double second) {
    Instant asked = Instant.now();
    try {
      HttpConnection.Answer answer = connection.get(path);
      boolean answered = answer.status() == OK;
      return new Read(second, answered, answered && !asOf(answer).isBefore(asked.minus(ROUNDED)));
    } catch (IOException nobody) {
      forgetTheConnection();
      return new Read(second, false, false);
    }
  }

  private static Instant asOf(HttpConnection.Answer answer) {
    return Instant.parse(JsonApi.read(answer).path("asOf").asString());
  }

  private void forgetTheConnection() {
    try {
      connection.reset();
    } catch (IOException alreadyGone) {
      // Then there is nothing to forget.
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    connection.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
