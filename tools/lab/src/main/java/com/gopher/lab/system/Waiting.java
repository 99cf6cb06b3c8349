package com.gopher.lab.system;

import java.time.Duration;
import java.util.concurrent.Callable;

/** The lab's one way of waiting: it asks again and again, and gives up at some time. */
public final class Waiting {

  private static final long POLL_MILLIS = 20;

  private Waiting() {}

  /** Returns whether it came true in time; a question that fails has not come true. */
  public static boolean until(Duration patience, Callable<Boolean> truth)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (isTrue(truth)) {
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  private static boolean isTrue(Callable<Boolean> truth) throws InterruptedException {
    try {
      return truth.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notNow) {
      // Whatever is asked may be away at this moment.
      return false;
    }
  }
}
