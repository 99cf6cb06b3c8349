package com.gophershop.tracking;

import java.time.Instant;
import java.util.UUID;

/**
 * The parcel left: from now on the order cannot be cancelled.
 *
 * @param sequence rises with every change of the shipment; of two events the higher one is newer
 */
public record ShipmentShipped(UUID orderId, String trackingNumber, long sequence, Instant at)
    implements ShipmentEvent {

  @Override
  public ParcelStatus status() {
    return ParcelStatus.SHIPPED;
  }
}
