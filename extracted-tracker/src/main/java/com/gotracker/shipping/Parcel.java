package com.gotracker.shipping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A parcel as clients see it, in the shape the shop shows it too.
 *
 * @param history the states whose times are known, the oldest first; of a followed parcel no more
 *     than the last one
 * @param asOf until when this is known to be true: now, if it is decided here; of a followed parcel
 *     since when it is in the last state that was heard of
 * @param isFollowed true if it is decided elsewhere, where more is known
 */
record Parcel(
    UUID orderId,
    String trackingNumber,
    ShipmentStatus status,
    List<Step> history,
    Instant asOf,
    @JsonIgnore boolean isFollowed) {

  static Parcel of(Shipment shipment, Instant now) {
    return new Parcel(
        shipment.orderId(),
        shipment.trackingNumber(),
        shipment.status(),
        shipment.history(),
        now,
        false);
  }

  static Parcel of(FollowedParcel parcel) {
    return new Parcel(
        parcel.orderId(),
        parcel.trackingNumber(),
        parcel.parcelStatus(),
        parcel.history(),
        parcel.statusAt(),
        true);
  }
}
