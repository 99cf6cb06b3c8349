package com.gophershop.delivery;

import java.util.UUID;

/**
 * The parcel of one order.
 *
 * @param version rises with every change; it is the sequence of the events about it
 */
record Shipment(UUID orderId, String trackingNumber, ShipmentStatus status, long version) {

  static Shipment prepare(UUID orderId) {
    return new Shipment(orderId, TrackingNumber.of(orderId), ShipmentStatus.PREPARING, 1);
  }

  /** The mark of a cancellation that came before the order itself: it must never be prepared. */
  static Shipment cancelledBeforehand(UUID orderId) {
    return new Shipment(orderId, TrackingNumber.of(orderId), ShipmentStatus.CANCELLED, 1);
  }

  boolean canBeCancelled() {
    return status == ShipmentStatus.PREPARING;
  }

  /**
   * @throws IllegalStateException if it has left, or is cancelled already
   */
  Shipment cancel() {
    if (!canBeCancelled()) {
      throw new IllegalStateException(
          "The shipment of %s cannot be cancelled: it is %s".formatted(orderId, status));
    }
    return new Shipment(orderId, trackingNumber, ShipmentStatus.CANCELLED, version + 1);
  }
}
