package com.gopher.road;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Red while records cannot be taken in. That somebody should look does not mean that the process
 * should be restarted or cut off from traffic: it belongs to neither liveness nor readiness.
 */
@Component
class RoadHealthIndicator extends AbstractHealthIndicator {

  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 10;

  private int failures;
  private String lastFailure = "";

  synchronized void settled() {
    failures = 0;
  }

  /** Notes a failure; returns how long to wait before the next attempt. */
  synchronized Duration failed(RuntimeException reason) {
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    lastFailure = String.valueOf(reason.getMessage());
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  @Override
  protected synchronized void doHealthCheck(Health.Builder builder) {
    if (failures == 0) {
      builder.up();
    } else {
      builder.down().withDetail("failures", failures).withDetail("lastFailure", lastFailure);
    }
  }
}
