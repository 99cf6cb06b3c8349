package com.gotracker.shipping;

import java.util.Locale;
import java.util.UUID;

/**
 * The number a customer reads off the parcel. It is derived from the random part of the order's id,
 * so that a parcel prepared again, by whomever, has the same number.
 */
final class TrackingNumber {

  private static final long RANDOM_BITS = (1L << 50) - 1;

  private TrackingNumber() {}

  static String of(UUID orderId) {
    long random = orderId.getLeastSignificantBits() & RANDOM_BITS;
    String digits = Long.toString(random, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    return "GT-" + "0".repeat(10 - digits.length()) + digits;
  }
}
