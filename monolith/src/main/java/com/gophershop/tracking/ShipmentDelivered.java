package com.gophershop.tracking;

import java.time.Instant;
import java.util.UUID;

/**
 * The parcel arrived.
 *
 * @param sequence rises with every change of the shipment; of two events the higher one is newer
 */
public record ShipmentDelivered(UUID orderId, String trackingNumber, long sequence, Instant at)
    implements ShipmentEvent {

  @Override
  public ParcelStatus status() {
    return ParcelStatus.DELIVERED;
  }
}
