package com.gopher.lab.faults;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What the customers do, call by call: the same seed gives the same calls, however many there will
 * be.
 *
 * @param seed of the run
 * @param percentCancelled how many of the calls ask for an earlier order to be cancelled
 */
record OrderPlan(long seed, int percentCancelled) {

  /** Far enough back that some are packed and some have left. */
  private static final int LOOKING_BACK = 40;

  /** True if this call asks for an earlier order to be cancelled; the others place one. */
  boolean isCancellation(long number) {
    return number > 0 && random(number).nextInt(100) < percentCancelled;
  }

  /** The call that placed what this call cancels. */
  long target(long number) {
    SplittableRandom random = random(number);
    random.nextInt();
    long target = Math.max(0, number - 1 - random.nextInt(LOOKING_BACK));
    while (isCancellation(target)) {
      target--;
    }
    return target;
  }

  /** The idempotency key of this call's order. */
  String key(long number) {
    return new UUID(seed, number).toString();
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 1_000_003 + number);
  }
}
