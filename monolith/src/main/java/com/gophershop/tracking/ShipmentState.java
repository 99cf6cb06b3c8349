package com.gophershop.tracking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A shipment as of its sequence, read from a record that keeps to the contract. */
record ShipmentState(
    UUID orderId,
    long sequence,
    boolean decidedByTracker,
    String trackingNumber,
    List<Step> history) {

  record Step(ParcelStatus status, long sequence, Instant at) {}

  /** What happened since a sequence, as {@code delivery} would have announced it. */
  List<ShipmentEvent> eventsSince(long known) {
    return history.stream().filter(step -> step.sequence() > known).map(this::event).toList();
  }

  private ShipmentEvent event(Step step) {
    return switch (step.status()) {
      case PREPARING -> new ShipmentPrepared(orderId, trackingNumber, step.sequence(), step.at());
      case SHIPPED -> new ShipmentShipped(orderId, trackingNumber, step.sequence(), step.at());
      case DELIVERED -> new ShipmentDelivered(orderId, trackingNumber, step.sequence(), step.at());
      case CANCELLED -> new ShipmentCancelled(orderId, trackingNumber, step.sequence(), step.at());
    };
  }
}
