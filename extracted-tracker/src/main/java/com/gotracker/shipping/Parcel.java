package com.gotracker.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A shipment as clients see it, in the shape the shop shows it too.
 *
 * @param asOf until when this is known to be true: now, because it is decided here
 */
record Parcel(
    UUID orderId, String trackingNumber, ShipmentStatus status, List<Step> history, Instant asOf) {

  static Parcel of(Shipment shipment, Instant now) {
    return new Parcel(
        shipment.orderId(), shipment.trackingNumber(), shipment.status(), shipment.history(), now);
  }
}
