package com.gophershop;

/** Who decides about the parcels of new orders, as {@code shop.delivery}. */
public enum DeliveryMode {
  /** The module {@code delivery} of this shop. */
  IN_PROCESS,
  /** The extracted tracking service. */
  EXTRACTED
}
