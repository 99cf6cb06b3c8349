package com.gopher.intake;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Red while records cannot be taken in. That somebody should look does not mean that the process
 * should be restarted or cut off from traffic: it belongs to neither liveness nor readiness.
 */
final class IntakeHealthIndicator extends AbstractHealthIndicator {

  private final Setbacks setbacks;

  IntakeHealthIndicator(Setbacks setbacks) {
    this.setbacks = setbacks;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Setbacks.State state = setbacks.state();
    if (state.inARow() == 0) {
      health.up();
    } else {
      health
          .down()
          .withDetail("failures", state.inARow())
          .withDetail("lastFailure", state.lastReason());
    }
  }
}
