package com.gopher.outbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Out of service while records get old or lie parked: requests are still served and nothing is
 * lost, but others do not hear of it. For the same reason it belongs to neither liveness nor
 * readiness: a restart would not help.
 */
final class OutboxHealthIndicator extends AbstractHealthIndicator {

  private final OutboxTables tables;
  private final Duration alarmAfter;

  OutboxHealthIndicator(OutboxTables tables, Duration alarmAfter) {
    super("The outbox cannot be read");
    this.tables = tables;
    this.alarmAfter = alarmAfter;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var backlog = tables.backlog();
    if (backlog.isLate(alarmAfter) || backlog.parked() > 0) {
      health.outOfService();
    } else {
      health.up();
    }
    health
        .withDetail("backlog", backlog.size())
        .withDetail("oldestSeconds", backlog.age().toSeconds())
        .withDetail("parked", backlog.parked());
    if (backlog.sinceStored().isNegative()) {
      health.withDetail("clockSetBackSeconds", backlog.sinceStored().negated().toSeconds());
    }
  }
}
