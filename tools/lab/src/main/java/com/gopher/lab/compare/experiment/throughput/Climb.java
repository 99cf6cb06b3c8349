package com.gopher.lab.compare.experiment.throughput;

import com.gopher.lab.compare.traffic.OrderStream;
import java.time.Duration;
import java.util.List;

/**
 * What one start of a shape made of ever higher rates.
 *
 * @param steps the last two of them were not kept, unless the climb reached its top
 * @param cpuSeconds of the first step, the only one that every shape climbs
 */
public record Climb(List<Step> steps, double cpuSeconds) {

  /** How far the last parcel may be behind; a shape that falls behind further falls for ever. */
  static final Duration BEHIND = Duration.ofMillis(500);

  /**
   * One rate.
   *
   * @param complete orders per second with visible parcels
   * @param orders that were completed
   * @param behindMillis from the last intended order to the last visible parcel
   */
  record Step(
      double offered, double complete, long orders, boolean allAccepted, long behindMillis) {

    static Step of(OrderStream.Placed placed) {
      double gap = 1 / placed.load().perSecond();
      long lastIntended = (long) ((placed.load().intended() - 1) * gap * 1_000);
      return new Step(
          placed.load().perSecond(),
          placed.perSecond(),
          placed.load().accepted() - placed.invisible(),
          placed.load().accepted() == placed.load().intended() && placed.invisible() == 0,
          Math.round(placed.lastVisible() * 1_000) - lastIntended);
    }

    boolean isKept() {
      return allAccepted && behindMillis <= BEHIND.toMillis();
    }
  }

  /** The most orders per second that it completed in any step. */
  public double best() {
    return steps.stream().mapToDouble(Step::complete).max().orElse(0);
  }

  /** The highest offered rate that it kept; 0 if none. */
  double kept() {
    return steps.stream().filter(Step::isKept).mapToDouble(Step::offered).max().orElse(0);
  }

  double cpuMillisPerOrder() {
    return cpuSeconds * 1e3 / Math.max(1, steps.get(0).orders());
  }
}
