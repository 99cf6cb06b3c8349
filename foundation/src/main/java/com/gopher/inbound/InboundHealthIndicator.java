package com.gopher.inbound;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Red while records cannot be taken in. That somebody should look does not mean that the process
 * should be restarted or cut off from traffic: it belongs to neither liveness nor readiness.
 */
final class InboundHealthIndicator extends AbstractHealthIndicator {

  private final RetryBackoff backoff;

  InboundHealthIndicator(RetryBackoff backoff) {
    this.backoff = backoff;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    RetryBackoff.State state = backoff.state();
    if (state.inARow() == 0) {
      health.up();
    } else {
      health
          .down()
          .withDetail("failures", state.inARow())
          .withDetail("failingSince", state.since().toString())
          .withDetail("lastFailure", state.lastReason());
    }
  }
}
