package com.gopher.sabotage;

import com.gotracker.shipping.ShipmentStatus;
import com.gotracker.shipping.ShipmentsChanged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Holds the tracker when it has stored the shipments of a batch, announced none and not committed.
 */
@Sabotage(name = "held-in-mid-batch")
class HeldInMidBatch {

  @Bean
  Listener holdTheTrackerInMidBatch() {
    return new Listener();
  }

  static final class Listener {

    private final Trap trap = Trap.named("held-in-mid-batch");

    /** Before the outbox hears of it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ShipmentsChanged batch) {
      // The clock, which has batches of its own, ships and delivers.
      if (batch.events().size() > 1
          && batch.events().stream()
              .anyMatch(it -> it.shipment().status() == ShipmentStatus.PREPARING)) {
        trap.pass(
            "about to commit a batch of %s shipments, among them %s"
                .formatted(batch.events().size(), batch.events().get(0).shipment().orderId()));
      }
    }
  }
}
