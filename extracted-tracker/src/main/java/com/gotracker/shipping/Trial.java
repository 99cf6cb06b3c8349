package com.gotracker.shipping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of the shop that is run along: the shipment that it would have if the tracker decided.
 * The same decisions are made as about a real one, but for one thing: the shop's SHIPPED and
 * DELIVERED do not move it.
 *
 * @param cancellationHeardAt when the tracker heard that the order is to be cancelled, null if it
 *     did not
 */
record Trial(Shipment shipment, @Nullable Instant cancellationHeardAt) {

  static Trial first(OrderUpdate update, Instant now, ShippingTimes times) {
    return new Trial(
        Shipment.first(asFarAsItCounts(update), now, times), isCancellation(update) ? now : null);
  }

  Trial after(OrderUpdate update, Instant now, ShippingTimes times) {
    return new Trial(
        shipment.after(asFarAsItCounts(update), now, times),
        cancellationHeardAt == null && isCancellation(update) ? now : cancellationHeardAt);
  }

  Trial with(Shipment moved) {
    return new Trial(moved, cancellationHeardAt);
  }

  private static boolean isCancellation(OrderUpdate update) {
    return update.status() == OrderStatus.CANCELLING || update.status() == OrderStatus.CANCELLED;
  }

  /** What the shop decided about its parcel is what the trial shall find out by itself. */
  private static OrderUpdate asFarAsItCounts(OrderUpdate update) {
    return isCancellation(update)
        ? update
        : new OrderUpdate(
            update.orderId(),
            update.sequence(),
            OrderStatus.PLACED,
            update.changedAt(),
            false,
            update.traceparent());
  }
}
