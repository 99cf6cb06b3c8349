package com.gophershop.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Who decides about the parcel of an order. Set when the order is placed and never changed, so that
 * each side works only on what is its own while shipping moves from one to the other.
 */
public enum Decider {
  /** The module {@code delivery} of this shop. */
  SHOP,
  /** The extracted tracking service. */
  TRACKER;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Decider of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
