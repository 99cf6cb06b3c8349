package com.gopher.lab.proxy;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Says when what has arrived may go on. */
final class Barrier {

  private long delayNanos;
  private boolean withholding;

  synchronized void let(Duration delay) {
    delayNanos = delay.toNanos();
    withholding = false;
    notifyAll();
  }

  synchronized void withhold() {
    withholding = true;
  }

  /** Returns when what arrived then may go on. */
  void await(long arrivedNanos) throws InterruptedException {
    long left = whenOpen() - (System.nanoTime() - arrivedNanos);
    while (left > 0) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      left = whenOpen() - (System.nanoTime() - arrivedNanos);
    }
  }

  /** Waits until nothing is withheld; returns the delay. */
  private synchronized long whenOpen() throws InterruptedException {
    while (withholding) {
      wait();
    }
    return delayNanos;
  }
}
