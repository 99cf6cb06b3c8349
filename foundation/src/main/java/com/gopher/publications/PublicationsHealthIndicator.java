package com.gopher.publications;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Red while a publication keeps failing. It says that somebody should look, not that the process
 * should be restarted or cut off from traffic: it belongs to neither liveness nor readiness.
 */
@Component
class PublicationsHealthIndicator extends AbstractHealthIndicator {

  /** Five attempts span half a minute: longer than a hiccup. */
  static final int KEEPS_FAILING = 5;

  private final PublicationQueue queue;

  PublicationsHealthIndicator(PublicationQueue queue) {
    this.queue = queue;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    long failing = queue.attemptedAtLeast(KEEPS_FAILING);
    builder.withDetail("unfinished", queue.size()).withDetail("keepFailing", failing);
    if (failing > 0) {
      builder.down().withDetail("next", "./shop publications list");
    } else {
      builder.up();
    }
  }
}
