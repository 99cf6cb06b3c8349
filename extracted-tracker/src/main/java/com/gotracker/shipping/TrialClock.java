package com.gotracker.shipping;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Moves trials on when their time has come. Apart from the clock of real parcels. */
@Component
class TrialClock {

  private static final Logger LOG = LoggerFactory.getLogger(TrialClock.class);

  /** Bounds one transaction. */
  private static final int AT_ONCE = 200;

  private final TrialRuns trials;

  TrialClock(TrialRuns trials) {
    this.trials = trials;
  }

  @Scheduled(fixedDelayString = "${shipping.tick:100ms}")
  void move() {
    try {
      int moved = AT_ONCE;
      while (moved == AT_ONCE) {
        moved = Math.max(trials.deliver(AT_ONCE), trials.ship(AT_ONCE));
      }
    } catch (DataAccessException | TransactionException e) {
      // The shipping clock says so.
      LOG.debug("Trials cannot be moved, trying again", e);
    }
  }
}
