package com.gopher.course.check;

import java.time.Duration;

/** Waits until something is true, fails at once when it can no longer become true. */
final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final long PAUSE_MILLIS = 50;

  /** What a look at the shop says. */
  enum Look {
    TRUE,
    NOT_YET,
    NEVER
  }

  /** Looks at the shop. */
  interface Question {
    Look ask() throws InterruptedException;
  }

  private Patience() {}

  /** True as soon as it is; false when it can no longer be, or was not in time. */
  static boolean await(Question question) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      switch (question.ask()) {
        case TRUE -> {
          return true;
        }
        case NEVER -> {
          return false;
        }
        case NOT_YET -> {}
      }
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
