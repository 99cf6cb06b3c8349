package com.gopher.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shop and tracker made of the same orders.
 *
 * @param tried how many orders the shop marked for it
 * @param same how many ended the same at both sides
 * @param other how many did not, although the tracker knew enough: mismatches of logic
 * @param races how many did not because a cancellation came between the two
 * @param notYet how many are not at their end at both sides
 * @param steps how much later each step was
 * @param examples the first of each kind but the same
 */
record TrialReport(
    int tried,
    int same,
    int other,
    int races,
    int notYet,
    List<StepDelay> steps,
    List<Example> examples) {

  private static final int EXAMPLES = 3;
  private static final List<String> STATES =
      List.of("PREPARING", ParcelSteps.SHIPPED, ParcelSteps.DELIVERED, ParcelSteps.CANCELLED);

  /**
   * How much later a step was at the tracker than at the shop, in milliseconds; below 0 if earlier.
   *
   * @param orders how many orders have it at both sides
   */
  record StepDelay(
      String step, int orders, @Nullable Long p50, @Nullable Long p90, @Nullable Long p99) {

    static StepDelay of(String step, Collection<TriedOrder> orders) {
      var delays = new ArrayList<Long>();
      for (TriedOrder order : orders) {
        Instant here = order.shop().times().get(step);
        Instant there = order.tracker().times().get(step);
        if (here != null && there != null) {
          delays.add(Duration.between(here, there).toMillis());
        }
      }
      delays.sort(null);
      return new StepDelay(
          step, delays.size(), rank(delays, 50), rank(delays, 90), rank(delays, 99));
    }

    /** The smallest delay that so many percent of the orders do not exceed. */
    private static @Nullable Long rank(List<Long> sorted, int percent) {
      return sorted.isEmpty()
          ? null
          : sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
  }

  record Example(TriedOrder.Outcome outcome, String order, String shop, String tracker) {

    static Example of(TriedOrder order) {
      return new Example(
          order.outcome(), order.id(), order.shop().status(), order.tracker().status());
    }
  }

  static TrialReport of(Collection<TriedOrder> orders) {
    var examples = new ArrayList<Example>();
    for (TriedOrder.Outcome outcome :
        List.of(TriedOrder.Outcome.OTHER, TriedOrder.Outcome.RACE, TriedOrder.Outcome.NOT_YET)) {
      orders.stream()
          .filter(order -> order.outcome() == outcome)
          .limit(EXAMPLES)
          .map(Example::of)
          .forEach(examples::add);
    }
    return new TrialReport(
        orders.size(),
        count(orders, TriedOrder.Outcome.SAME),
        count(orders, TriedOrder.Outcome.OTHER),
        count(orders, TriedOrder.Outcome.RACE),
        count(orders, TriedOrder.Outcome.NOT_YET),
        STATES.stream().map(step -> StepDelay.of(step, orders)).toList(),
        examples);
  }

  private static int count(Collection<TriedOrder> orders, TriedOrder.Outcome outcome) {
    return (int) orders.stream().filter(order -> order.outcome() == outcome).count();
  }

  /** How many of them say something about the tracker. */
  int ended() {
    return same + other + races;
  }
}
