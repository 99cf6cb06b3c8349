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

  ShipmentProgress(Shipments shipments) {
    this.shipments = shipments;
  }

  /** The sequences of the shipments of these orders; orders without a shipment are missing. */
  @Transactional(readOnly = true)
  public Map<UUID, Long> sequences(Collection<UUID> orderIds) {
    return shipments.sequences(orderIds);
  }
}
