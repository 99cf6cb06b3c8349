package com.gophershop.tracking;

import java.time.Instant;
import java.util.UUID;

/**
 * The parcel was stopped before it left: it will never be shipped.
 *
 * @param sequence rises with every change of the shipment; of two events the higher one is newer
 */
public record ShipmentCancelled(UUID orderId, String trackingNumber, long sequence, Instant at)
    implements ShipmentEvent {

  @Override
  public ParcelStatus status() {
    return ParcelStatus.CANCELLED;
  }
}
