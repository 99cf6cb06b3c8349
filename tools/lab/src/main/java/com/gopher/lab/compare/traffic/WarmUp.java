package com.gopher.lab.compare.traffic;

import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.load.Basket;
import java.io.IOException;
import java.util.Locale;

/**
 * What comes before each fault: a young JVM is slow by itself, and that must not be taken for the
 * fault's work.
 */
public final class WarmUp {

  private static final double ROUND_SECONDS = 1;
  private static final int MOST_ROUNDS = 40;

  private WarmUp() {}

  /**
   * Returns after a round in which nearly all orders were accepted in time.
   *
   * @throws IOException if there was none: then the machine is too busy, or too small, to learn
   *     anything
   */
  public static void await(RunningSystem system, Basket basket, double perSecond)
      throws IOException, InterruptedException {
    double share = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      try (var traffic = new Traffic(system.url(), basket, perSecond, ROUND_SECONDS)) {
        share = traffic.end().shareInTime();
      }
      if (share >= Attempts.AT_WORK) {
        return;
      }
    }
    throw new IOException(
        String.format(
            Locale.ROOT,
            "Without any fault the %s accepts only %.0f %% of %.0f orders per second within %.0f s. Run it again on a quieter machine.",
            system.shape().name(),
            share * 100,
            perSecond,
            Attempts.IN_TIME_SECONDS));
  }
}
