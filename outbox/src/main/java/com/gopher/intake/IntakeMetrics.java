package com.gopher.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What became of the records, as {@code intake.records} by {@code outcome}. */
final class IntakeMetrics implements MeterBinder {

  private final Tally tally;

  IntakeMetrics(Tally tally) {
    this.tally = tally;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    outcome("applied", Tally::appliedOnes, registry);
    outcome("repeated", Tally::repeatedOnes, registry);
    outcome("others", Tally::othersOnes, registry);
    outcome("unreadable", Tally::unreadableOnes, registry);
    FunctionCounter.builder("intake.batches.redelivered", tally, Tally::redeliveredBatches)
        .description("Batches that could not be settled and were asked for again")
        .register(registry);
  }

  private void outcome(String outcome, ToDoubleFunction<Tally> count, MeterRegistry registry) {
    FunctionCounter.builder("intake.records", tally, count)
        .description(
            "Records taken in: applied, repeated (they or newer ones had been applied before),"
                + " others' business, unreadable")
        .tag("outcome", outcome)
        .register(registry);
  }
}
