package com.gotracker.shipping;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows parcels, whoever decides about them. */
@Service
class Parcels {

  private final Shipments shipments;
  private final FollowedParcels followed;
  private final Clock clock;

  Parcels(Shipments shipments, FollowedParcels followed, Clock clock) {
    this.shipments = shipments;
    this.followed = followed;
    this.clock = clock;
  }

  /** The tracker's own shipment of this order, or else what was heard of it. */
  @Transactional(readOnly = true)
  public Optional<Parcel> find(UUID orderId) {
    return shipments
        .find(orderId)
        .map(shipment -> Parcel.of(shipment, clock.instant()))
        .or(() -> followed.find(orderId).map(Parcel::of));
  }
}
