package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How many differences the last comparison found, and how long ago one found none. */
@Component
@ConditionalOnMessaging
class ReconciliationMetrics implements MeterBinder {

  private final Reconciliations reconciliations;
  private final Clock clock;

  ReconciliationMetrics(Reconciliations reconciliations, Clock clock) {
    this.reconciliations = reconciliations;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "shop.reconciliation.differences", reconciliations, it -> it.latest().differences())
        .description("Orders of which shop and tracker knew different things at the last look")
        .register(registry);
    Gauge.builder("shop.reconciliation.clean.age", reconciliations, it -> age(it.latest()))
        .description("Time since shop and tracker last knew the same of all orders")
        .baseUnit("seconds")
        .register(registry);
  }

  /** No number if that was never so. */
  private double age(Reconciliation latest) {
    Instant cleanAt = latest.cleanAt();
    return cleanAt == null ? Double.NaN : Duration.between(cleanAt, clock.instant()).toSeconds();
  }
}
