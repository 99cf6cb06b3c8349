package com.gopher.lab.system;

import java.time.Duration;
import java.util.concurrent.Callable;

/** The lab's one way of waiting: it asks again and again, and gives up at some time. */
public final class Waiting {

  private static final Duration POLL = Duration.ofMillis(20);

  private Waiting() {}

  /** Returns whether it came true in time; a question that fails has not come true. */
  public static boolean until(Duration patience, Callable<Boolean> truth)
      throws InterruptedException {
    return until(patience, POLL, truth);
  }

  /**
   * The same for a question that costs whoever is asked: one that is repeated without a pause keeps
   * from its work what is waited for.
   *
   * @param pause between an answer and the next question
   */
  public static boolean until(Duration patience, Duration pause, Callable<Boolean> truth)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (isTrue(truth)) {
        return true;
      }
      Thread.sleep(pause.toMillis());
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
