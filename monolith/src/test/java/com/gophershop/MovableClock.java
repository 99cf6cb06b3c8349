package com.gophershop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Runs like the shop's own clock, and can be moved on by a test instead of waiting. */
public class MovableClock extends Clock {
  private final Clock running = Clock.tickMillis(ZoneOffset.UTC);
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public void advance(Duration by) {
    ahead.updateAndGet(it -> it.plus(by));
  }

  @Override
  public Instant instant() {
    return running.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return running.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(running.withZone(zone), ahead.get());
  }
}
