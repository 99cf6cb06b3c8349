package com.gophershop;

import java.util.Locale;

/** Who decides about the parcels of new orders, as {@code shop.delivery}. */
public enum DeliveryMode {
  /** The module {@code delivery} of this shop. */
  IN_PROCESS,
  /** The same, and the tracker runs the orders along, on trial, so that both can be compared. */
  SHADOW,
  /** The extracted tracking service. */
  EXTRACTED;

  /** As it is stored, and as a user writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if there is no such mode
   */
  public static DeliveryMode of(String code) {
    for (DeliveryMode mode : values()) {
      if (mode.code().equals(code)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("There is no mode of delivery " + code);
  }
}
