package com.gopher.inbound;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What became of the records, as {@code inbound.records} by {@code outcome}. */
final class InboundMetrics implements MeterBinder {

  private final Counters counters;

  InboundMetrics(Counters counters) {
    this.counters = counters;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    outcome("applied", Counters::appliedOnes, registry);
    outcome("repeated", Counters::repeatedOnes, registry);
    outcome("others", Counters::othersOnes, registry);
    outcome("unreadable", Counters::unreadableOnes, registry);
    FunctionCounter.builder("inbound.batches.redelivered", counters, Counters::redeliveredBatches)
        .description("Batches that could not be settled and were asked for again")
        .register(registry);
  }

  private void outcome(String outcome, ToDoubleFunction<Counters> count, MeterRegistry registry) {
    FunctionCounter.builder("inbound.records", counters, count)
        .description(
            "Records taken in: applied, repeated (they or newer ones had been applied before),"
                + " others' business, unreadable")
        .tag("outcome", outcome)
        .register(registry);
  }
}
