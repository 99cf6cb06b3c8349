package com.gopher.publications;

import java.time.Duration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * How far the listeners are behind. Accepting work is cheaper than doing it, so without a brake a
 * busy application would promise ever more than it does.
 */
class ListenerBacklog {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration GLANCE = Duration.ofMillis(2);

  private final ThreadPoolTaskExecutor listeners;
  private final int limit;

  ListenerBacklog(ThreadPoolTaskExecutor listeners, int limit) {
    this.listeners = listeners;
    this.limit = limit;
  }

  /**
   * Waits until the listeners have caught up enough to take on more work.
   *
   * @return whether they have, within two seconds
   */
  boolean hasRoom() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (listeners.getQueueSize() >= limit) {
      if (System.nanoTime() >= deadline) {
        return false;
      }
      Thread.sleep(GLANCE.toMillis());
    }
    return true;
  }
}
