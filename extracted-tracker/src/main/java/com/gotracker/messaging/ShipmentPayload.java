package com.gotracker.messaging;

import com.gotracker.shipping.Shipment;
import com.gotracker.shipping.ShipmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The payload of {@code tracker.shipments}, see {@code shipment-v1.schema.json}. */
record ShipmentPayload(
    UUID orderId,
    long sequence,
    String decider,
    String trackingNumber,
    ShipmentStatus status,
    List<Step> history) {

  record Step(ShipmentStatus status, long sequence, Instant at) {}

  static ShipmentPayload of(Shipment shipment) {
    return new ShipmentPayload(
        shipment.orderId(),
        shipment.sequence(),
        "tracker",
        shipment.trackingNumber(),
        shipment.status(),
        shipment.history().stream()
            .map(step -> new Step(step.status(), step.status().sequence(), step.at()))
            .toList());
  }
}
