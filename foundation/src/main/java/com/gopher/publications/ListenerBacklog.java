package com.gopher.publications;

import java.time.Duration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * How far the listeners are behind. Accepting orders is cheaper than carrying them out, so without
 * a brake a busy shop would promise ever more than it does.
 */
class ListenerBacklog {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration GLANCE = Duration.ofMillis(2);

  private final ThreadPoolTaskExecutor listeners;
  private final int most;

  ListenerBacklog(ThreadPoolTaskExecutor listeners, int most) {
    this.listeners = listeners;
    this.most = most;
  }

  /**
   * Waits until the listeners have caught up enough to take on more work.
   *
   * @return whether they have, within two seconds
   */
  boolean hasRoom() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (listeners.getQueueSize() >= most) {
      if (System.nanoTime() >= deadline) {
        return false;
      }
      Thread.sleep(GLANCE.toMillis());
    }
    return true;
  }
}
