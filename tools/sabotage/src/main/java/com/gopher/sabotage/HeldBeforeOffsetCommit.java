package com.gopher.sabotage;

import com.gotracker.shipping.ShipmentStatus;
import com.gotracker.shipping.ShipmentsChanged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds the tracker when its database has a batch and Kafka does not know it yet. */
@Sabotage(name = "held-before-offset-commit")
class HeldBeforeOffsetCommit {

  @Bean
  Listener holdTheTrackerBeforeTheOffsetCommit() {
    return new Listener();
  }

  static final class Listener {

    private final Trap trap = Trap.named("held-before-offset-commit");

    @EventListener
    void on(ShipmentsChanged batch) {
      // The clock, which takes no records, ships and delivers.
      if (batch.events().stream()
          .anyMatch(it -> it.shipment().status() == ShipmentStatus.PREPARING)) {
        TransactionSynchronizationManager.registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCommit() {
                trap.pass(
                    "about to commit the offsets behind %s stored shipments, among them %s"
                        .formatted(
                            batch.events().size(), batch.events().get(0).shipment().orderId()));
              }
            });
      }
    }
  }
}
