package com.gopher.outbox;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * The thread the relay works on: the only one that ever waits for Kafka. A commit wakes it, and a
 * timer, for what other instances have stored. It survives every exception a round throws; only the
 * age of the backlog says that it gets nowhere. An {@link Error} ends the process.
 */
final class RelayThread implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RelayThread.class);

  private final Relay relay;
  private final RelayWakeup wakeup;
  private final Duration pollInterval;
  private final Duration gather;
  private final Duration shutdown;
  private final Consumer<Error> failFast;

  private volatile @Nullable Thread thread;
  private volatile boolean stopping;
  private volatile long stopBy;
  private boolean inTrouble;

  RelayThread(
      Relay relay,
      RelayWakeup wakeup,
      Duration pollInterval,
      Duration gather,
      Duration shutdown,
      Consumer<Error> failFast) {
    this.relay = relay;
    this.wakeup = wakeup;
    this.pollInterval = pollInterval;
    this.gather = gather;
    this.shutdown = shutdown;
    this.failFast = failFast;
  }

  @Override
  public synchronized void start() {
    stopping = false;
    var started = new Thread(this::work, "outbox-relay");
    started.setDaemon(true);
    started.start();
    thread = started;
  }

  /**
   * Stops within the time given for it. The thread is never interrupted: that could close the file
   * of an H2 database.
   */
  @Override
  public synchronized void stop() {
    var stopped = thread;
    if (stopped == null) {
      return;
    }
    stopBy = System.nanoTime() + shutdown.toNanos();
    stopping = true;
    wakeup.signal();
    try {
      stopped.join(shutdown.plusSeconds(2).toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /**
   * Starts before the web server and stops after it, so that the last requests' records are sent as
   * well.
   */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }

  private void work() {
    try {
      boolean last = false;
      while (!last) {
        last = stopping;
        long begin = System.nanoTime();
        if (round() != Relay.Round.MORE && !last) {
          wakeup.await(pollInterval, begin + gather.toNanos());
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (Error error) {
      failFast.accept(error);
    } finally {
      end();
    }
  }

  private Relay.Round round() {
    try {
      var round = relay.round(() -> stopping && System.nanoTime() > stopBy);
      if (inTrouble && round != Relay.Round.NOT_OURS) {
        inTrouble = false;
        LOG.info("The outbox relays again");
      }
      return round;
    } catch (RuntimeException trouble) {
      if (!inTrouble) {
        inTrouble = true;
        LOG.warn(
            "The outbox cannot relay: {}. All records stay stored; trying again every {} ms",
            String.valueOf(NestedExceptionUtils.getMostSpecificCause(trouble)),
            pollInterval.toMillis());
        LOG.debug("The outbox cannot relay", trouble);
      }
      return Relay.Round.DONE;
    }
  }

  private void end() {
    try {
      relay.end();
    } catch (RuntimeException databaseAway) {
      LOG.debug("The lease was not given back; it runs out by itself", databaseAway);
    }
  }
}
