package com.gopher.sabotage;

import com.gotracker.shipping.ShipmentChanged;
import com.gotracker.shipping.ShipmentStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds the tracker when it has decided about the second order of a batch and committed none. */
@Sabotage(name = "held-in-mid-batch")
class HeldInMidBatch {

  @Bean
  Listener holdTheTrackerInMidBatch() {
    return new Listener();
  }

  static final class Listener {

    private final Trap trap = Trap.named("held-in-mid-batch");

    @EventListener
    void on(ShipmentChanged event) {
      // The clock, which has batches of its own, ships and delivers.
      if (event.shipment().status() == ShipmentStatus.PREPARING && batch().isTheSecond()) {
        trap.pass("about to commit a batch with " + event.shipment().orderId());
      }
    }

    private static Batch batch() {
      return TransactionSynchronizationManager.getSynchronizations().stream()
          .filter(Batch.class::isInstance)
          .map(Batch.class::cast)
          .findFirst()
          .orElseGet(
              () -> {
                var batch = new Batch();
                TransactionSynchronizationManager.registerSynchronization(batch);
                return batch;
              });
    }
  }

  /** Counts the decisions of one transaction, and ends with it. */
  private static final class Batch implements TransactionSynchronization {

    private volatile int decisions;

    boolean isTheSecond() {
      decisions = decisions + 1;
      return decisions == 2;
    }
  }
}
