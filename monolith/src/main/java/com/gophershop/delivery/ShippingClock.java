package com.gophershop.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Moves parcels on when their time has come. The times are in the table, not in this process: after
 * a restart it continues where it stopped, and several clocks share the work.
 */
@Component
@EnableConfigurationProperties(ShippingTimes.class)
class ShippingClock {

  private static final Logger LOG = LoggerFactory.getLogger(ShippingClock.class);

  /** Bounds one transaction; a longer queue takes several. */
  private static final int BATCH = 100;

  private final Dispatch dispatch;
  private volatile boolean failing;

  ShippingClock(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Scheduled(fixedDelayString = "${shipping.tick:100ms}")
  void tick() {
    try {
      while (dispatch.deliver(BATCH) == BATCH) {}
      while (dispatch.ship(BATCH) == BATCH) {}
      failing = false;
    } catch (DataAccessException | TransactionException e) {
      // Said once, and not ten times a second.
      if (!failing) {
        LOG.warn("The shipping clock cannot move parcels, trying again: {}", e.getMessage());
      }
      failing = true;
    }
  }
}
