package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The thread that works on the backfill. There is one only while the job runs; a shop that starts
 * looks once whether it does, and so goes on with what a killed one has begun.
 */
@Component
@ConditionalOnMessaging
class BackfillWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BackfillWorker.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private final Backfill backfill;
  private final BackfillBrake brake;
  private final Semaphore wakeups = new Semaphore(0);

  private volatile @Nullable Thread thread;
  private volatile boolean running;
  private volatile boolean stopping;
  private volatile @Nullable String waitsFor;

  BackfillWorker(Backfill backfill, BackfillBrake brake) {
    this.backfill = backfill;
    this.brake = brake;
  }

  /** For what it waits; null if for nothing, or if there is nothing to do. */
  @Nullable String waitsFor() {
    return waitsFor;
  }

  /** Works on the job, which was started. */
  synchronized void work() {
    if (thread == null) {
      thread = new Thread(this::untilItIsDone, "backfill");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Looks at the job at once, which was stopped or changed. */
  void look() {
    wakeups.release();
  }

  @Override
  public synchronized void start() {
    running = true;
    stopping = false;
    if (backfill.isRunning()) {
      work();
    }
  }

  /** The thread is never interrupted: that could close the file of an H2 database. */
  @Override
  public void stop() {
    stopping = true;
    look();
    Thread stopped = present();
    try {
      if (stopped != null) {
        stopped.join(SHUTDOWN.toMillis());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    running = false;
  }

  private synchronized @Nullable Thread present() {
    return thread;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void untilItIsDone() {
    OrderTimes times = brake.orderTimes();
    boolean isDone = false;
    boolean isInTrouble = false;
    try {
      while (!isDone && !stopping) {
        try {
          Optional<Duration> pause = step(times);
          isDone = pause.isEmpty() && isOver();
          isInTrouble = false;
          pause(pause.orElse(Duration.ZERO));
        } catch (DataAccessException | TransactionException e) {
          if (!isInTrouble) {
            LOG.warn("The backfill cannot go on, trying again: {}", e.getMessage());
          }
          isInTrouble = true;
          pause(PAUSE_AFTER_FAILURE);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      waitsFor = null;
    }
  }

  /** Looked at once more under the lock: a job that is started now needs another thread. */
  private synchronized boolean isOver() {
    if (backfill.isRunning()) {
      return false;
    }
    thread = null;
    return true;
  }

  /** Returns how long to pause; empty if the job does not run any more. */
  private Optional<Duration> step(OrderTimes times) {
    waitsFor = brake.reasonToPause(times).orElse(null);
    if (waitsFor == null) {
      return backfill.chunk();
    }
    return backfill.isRunning() ? Optional.of(PAUSE) : Optional.empty();
  }

  private void pause(Duration atMost) throws InterruptedException {
    if (wakeups.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wakeups.drainPermits();
    }
  }
}
