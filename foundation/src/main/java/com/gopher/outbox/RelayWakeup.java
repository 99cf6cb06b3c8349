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

  /** Waits until there is a signal or the time is over. */
  void await(Duration atMost) throws InterruptedException {
    if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      signals.drainPermits();
    }
  }
}
