package com.gopher.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the relay. However many signals come while the relay is busy, the relay looks once more and
 * not more often.
 */
final class RelayWakeup {

  private final Semaphore signals = new Semaphore(0);

  void signal() {
    signals.release();
  }

  /**
   * Waits until there is a signal or the time is over, and then until the given moment, if it is
   * not past.
   *
   * @param notBefore as {@link System#nanoTime} tells it
   */
  void await(Duration atMost, long notBefore) throws InterruptedException {
    boolean signalled = signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    // A timeout of 0 or less returns at once.
    TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
    if (signalled) {
      signals.drainPermits();
    }
  }
}
