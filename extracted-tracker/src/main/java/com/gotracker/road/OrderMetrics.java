package com.gotracker.road;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what became of the records, as {@code tracker.orders} by {@code outcome}. */
@Component
class OrderMetrics {

  private final Counter applied;
  private final Counter repeated;
  private final Counter shops;
  private final Counter unreadable;
  private final Counter redelivered;

  OrderMetrics(MeterRegistry registry) {
    applied = outcome("applied", registry);
    repeated = outcome("repeated", registry);
    shops = outcome("shops", registry);
    unreadable = outcome("unreadable", registry);
    redelivered =
        Counter.builder("tracker.batches.redelivered")
            .description("Batches that could not be settled and were asked for again")
            .register(registry);
  }

  private static Counter outcome(String outcome, MeterRegistry registry) {
    return Counter.builder("tracker.orders")
        .description(
            "Records of shop.orders: applied, repeated (they or newer ones had been applied"
                + " before), the shop's own, unreadable")
        .tag("outcome", outcome)
        .register(registry);
  }

  void settled(int appliedOnes, int trackers, int unreadableOnes, int all) {
    applied.increment(appliedOnes);
    repeated.increment(trackers - appliedOnes);
    shops.increment(all - trackers - unreadableOnes);
    unreadable.increment(unreadableOnes);
  }

  void redelivered() {
    redelivered.increment();
  }
}
