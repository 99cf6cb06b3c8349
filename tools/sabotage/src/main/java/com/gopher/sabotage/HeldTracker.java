package com.gopher.sabotage;

import com.gotracker.shipping.ShipmentStatus;
import com.gotracker.shipping.ShipmentsChanged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Holds the tracker when it has stored the shipments of a batch, announced none and not committed,
 * or when its database has a batch and Kafka does not know it yet.
 */
@Sabotage(name = {"held-in-mid-batch", "held-before-offset-commit"})
class HeldTracker {

  @Bean
  Listener holdTheTracker() {
    return new Listener();
  }

  static final class Listener {

    private final Trap midBatch = Trap.named("held-in-mid-batch");
    private final Trap beforeOffsetCommit = Trap.named("held-before-offset-commit");

    /** Before the outbox hears of it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ShipmentsChanged batch) {
      // The clock, which takes no records and has batches too, ships and delivers.
      if (batch.events().stream()
          .noneMatch(it -> it.shipment().status() == ShipmentStatus.PREPARING)) {
        return;
      }
      int size = batch.events().size();
      Object first = batch.events().get(0).shipment().orderId();
      if (size > 1) {
        midBatch.pass(
            "about to commit a batch of %s shipments, among them %s".formatted(size, first));
      }
      AfterCommit.run(
          () ->
              beforeOffsetCommit.pass(
                  "about to commit the offsets behind %s stored shipments, among them %s"
                      .formatted(size, first)));
    }
  }
}
