package com.gotracker.shipping;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is known of an order that somebody else decides about.
 *
 * @param status the last state that was heard of
 * @param orderSequence of the update that said so; older ones are ignored
 * @param statusAt since when the order has that state; when it had those before is not known
 */
record FollowedParcel(
    UUID orderId, String trackingNumber, OrderStatus status, long orderSequence, Instant statusAt) {

  /** Of the two that may decide, the one that is not this service. */
  static final String DECIDER = "shop";

  static FollowedParcel of(OrderUpdate update) {
    return new FollowedParcel(
        update.orderId(),
        TrackingNumber.of(update.orderId()),
        update.status(),
        update.sequence(),
        update.changedAt());
  }

  /** A state of the order is one of its parcel too, but for the first two. */
  ShipmentStatus parcelStatus() {
    return switch (status) {
      case PLACED, CANCELLING -> ShipmentStatus.PREPARING;
      case CANCELLED -> ShipmentStatus.CANCELLED;
      case SHIPPED -> ShipmentStatus.SHIPPED;
      case DELIVERED -> ShipmentStatus.DELIVERED;
    };
  }

  /** The states whose time is known: the last one, if it is one of the parcel. */
  List<Step> history() {
    return parcelStatus() == ShipmentStatus.PREPARING
        ? List.of()
        : List.of(new Step(parcelStatus(), statusAt));
  }
}
