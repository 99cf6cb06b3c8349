package com.gopher.outbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The state of the outbox, and what the relay of this instance has done, as metrics. */
final class OutboxMetrics implements MeterBinder {

  private final OutboxTables tables;
  private final Counters counters;

  OutboxMetrics(OutboxTables tables, Counters counters) {
    this.tables = tables;
    this.counters = counters;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("outbox.backlog", tables, asked -> asked.backlog().size())
        .description("Records that Kafka has not acknowledged yet")
        .register(registry);
    Gauge.builder("outbox.oldest", tables, asked -> asked.backlog().age().toMillis() / 1000.0)
        .description("Age of the oldest record that Kafka has not acknowledged yet")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("outbox.parked", tables, asked -> asked.backlog().parked())
        .description("Records that the broker refused for ever")
        .register(registry);
    FunctionCounter.builder("outbox.sent", counters, Counters::sent)
        .description("Records acknowledged by Kafka")
        .register(registry);
    FunctionCounter.builder("outbox.redelivered", counters, Counters::redelivered)
        .description("Records acknowledged that an earlier attempt may have delivered already")
        .register(registry);
  }
}
