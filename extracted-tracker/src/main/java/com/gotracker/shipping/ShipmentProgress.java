package com.gotracker.shipping;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up how far many shipments are. */
@Service
class ShipmentProgress {

  private final Shipments shipments;
  private final FollowedParcels followed;

  ShipmentProgress(Shipments shipments, FollowedParcels followed) {
    this.shipments = shipments;
    this.followed = followed;
  }

  /** The sequences of the shipments of these orders; orders without a shipment are missing. */
  @Transactional(readOnly = true)
  public Map<UUID, Long> sequences(Collection<UUID> orderIds) {
    return shipments.sequences(orderIds);
  }

  /** What is known of the orders behind the first id, up to the second. */
  @Transactional(readOnly = true)
  public ShipmentRange between(UUID after, UUID to, int limit) {
    return ShipmentRange.of(
        shipments.between(after, to, limit), followed.between(after, to, limit));
  }
}
