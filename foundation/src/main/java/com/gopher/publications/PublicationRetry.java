package com.gopher.publications;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Tries unfinished publications again for as long as it takes. Spring Modulith stores and resubmits
 * them, but decides neither when nor how often: nothing there retries by itself.
 */
class PublicationRetry implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(PublicationRetry.class);

  /** Bounds memory and the listeners' queue; the rest follows a second later. */
  private static final int BATCH = 1000;

  private static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);

  private final FinishedPublications finished;
  private final PublicationQueue queue;
  private final UnreadableEvents unreadable;
  private final FailedEventPublications failed;
  private final Clock clock;
  private volatile boolean ready;
  private volatile boolean failing;

  PublicationRetry(
      FinishedPublications finished,
      PublicationQueue queue,
      UnreadableEvents unreadable,
      FailedEventPublications failed,
      Clock clock) {
    this.finished = finished;
    this.queue = queue;
    this.unreadable = unreadable;
    this.failed = failed;
    this.clock = clock;
  }

  /**
   * Makes due what the last process has left. That is before the first request and the first
   * record: of what these publish nothing was left, and it would be attempted twice at once.
   */
  @Override
  public void afterSingletonsInstantiated() {
    removeFinished();
    int resumed = queue.resumeEverything(clock.instant());
    if (resumed > 0) {
      LOG.info("Resuming {} event publications that were left unfinished", resumed);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    try {
      resubmit();
    } catch (RuntimeException e) {
      // The rest of the application does not depend on it, and the next second tries again.
      LOG.warn("Event publications could not be resumed, trying again", e);
    }
    ready = true;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void retry() {
    // Not all that a listener needs is there before the application is ready.
    if (!ready) {
      return;
    }
    try {
      removeFinished();
      queue.forgetDatesAhead(clock.instant(), RetryPause.DEFAULT.longest());
      queue.postpone(clock.instant(), RetryPause.DEFAULT);
      queue.requeueAbandoned(clock.instant(), ABANDONED_AFTER);
      queue.requeueDue(clock.instant(), BATCH);
      resubmit();
      failing = false;
    } catch (DataAccessException | TransactionException e) {
      // Said once, and not every second.
      if (!failing) {
        LOG.warn("Event publications could not be retried, trying again: {}", e.getMessage());
      }
      failing = true;
    }
  }

  /** Before anything is handed out again: what is finished is not. */
  private void removeFinished() {
    while (finished.removeSome()) {
      // There are more of them than one transaction removes.
    }
  }

  private void resubmit() {
    // Spring Modulith's own search reads the whole table, so it is not asked in vain.
    if (queue.due() == 0) {
      return;
    }
    unreadable.setAside(clock.instant(), BATCH);
    failed.resubmit(ResubmissionOptions.defaults().withBatchSize(BATCH).withMaxInFlight(2 * BATCH));
  }
}
