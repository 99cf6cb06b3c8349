package com.gopher.publications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Red while a publication keeps failing or cannot be read. It says that somebody should look, not
 * that the process should be restarted or cut off from traffic: it belongs to neither liveness nor
 * readiness.
 */
class PublicationsHealthIndicator extends AbstractHealthIndicator {

  /** Five attempts span half a minute: longer than a hiccup. */
  static final int KEEPS_FAILING = 5;

  private final PublicationQueue queue;
  private final UnreadableEvents unreadable;
  private final @Nullable String advice;

  PublicationsHealthIndicator(
      PublicationQueue queue, UnreadableEvents unreadable, @Nullable String advice) {
    this.queue = queue;
    this.unreadable = unreadable;
    this.advice = advice;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    long failing = queue.attemptedAtLeast(KEEPS_FAILING);
    builder
        .withDetail("unfinished", queue.size())
        .withDetail("keepFailing", failing)
        .withDetail("unreadable", unreadable.number());
    queue
        .oldest(1)
        .forEach(oldest -> builder.withDetail("oldestSince", oldest.publishedAt().toString()));
    if (failing > 0 || unreadable.number() > 0) {
      builder.down();
      if (advice != null) {
        builder.withDetail("next", advice);
      }
    } else {
      builder.up();
    }
  }
}
