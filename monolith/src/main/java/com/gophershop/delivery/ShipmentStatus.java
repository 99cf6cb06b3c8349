package com.gophershop.delivery;

/** How far a shipment is. CANCELLED and DELIVERED are final. */
enum ShipmentStatus {
  PREPARING,
  SHIPPED,
  DELIVERED,
  CANCELLED
}
