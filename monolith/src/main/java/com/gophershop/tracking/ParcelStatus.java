package com.gophershop.tracking;

/** Where a parcel can be. It only moves forward; CANCELLED and DELIVERED are final. */
public enum ParcelStatus {
  PREPARING,
  SHIPPED,
  DELIVERED,
  CANCELLED
}
