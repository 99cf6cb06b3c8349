package com.gophershop.tracking;

import java.time.Instant;
import java.util.UUID;

/** What every event about a shipment says, whichever program decides about it. */
public sealed interface ShipmentEvent
    permits ShipmentPrepared, ShipmentShipped, ShipmentDelivered, ShipmentCancelled {

  UUID orderId();

  String trackingNumber();

  long sequence();

  Instant at();

  ParcelStatus status();
}
