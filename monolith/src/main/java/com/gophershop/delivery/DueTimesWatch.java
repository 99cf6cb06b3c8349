package com.gophershop.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks once a second for parcels that are due later than can be. */
@Component
class DueTimesWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DueTimesWatch.class);

  private final DueTimes dueTimes;

  DueTimesWatch(DueTimes dueTimes) {
    this.dueTimes = dueTimes;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void look() {
    try {
      int parcels = dueTimes.limit();
      if (parcels > 0) {
        LOG.warn(
            "{} parcels were due later than their next step takes, as after a clock was set back; their step begins anew",
            parcels);
      }
    } catch (DataAccessException | TransactionException e) {
      // The shipping clock says so.
      LOG.debug("Due times cannot be looked at, trying again", e);
    }
  }
}
