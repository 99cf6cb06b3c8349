package com.gophershop.order;

import com.gophershop.tracking.ParcelStatus;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop knows of an order and its parcel, in the words that the tracker has for the same.
 *
 * @param state of the parcel, as the order says
 * @param trackingNumber null if nothing was heard of the parcel
 * @param sequence the version of the order
 * @param times in milliseconds since 1970, by state; none of an order that the shop ships itself:
 *     of that the tracker knows since when the order has its state, and the shop when the parcel
 *     got it
 */
record KnownOrder(
    UUID id,
    Decider decider,
    String state,
    @Nullable String trackingNumber,
    long sequence,
    Map<String, Long> times) {

  /**
   * @param times those of all statuses of the parcel that were heard of
   */
  static KnownOrder of(
      ComparedOrder order, @Nullable String trackingNumber, Map<ParcelStatus, Instant> times) {
    return new KnownOrder(
        order.id(),
        order.decider(),
        state(order.status()).name(),
        trackingNumber,
        order.version(),
        order.decider() == Decider.SHOP ? Map.of() : inMillis(times));
  }

  /** What is hashed; the tracker writes the same of an order of which it knows the same. */
  String line() {
    return String.join(
        " ",
        id.toString(),
        decider.code(),
        state,
        String.valueOf(trackingNumber),
        Long.toString(sequence),
        times.toString());
  }

  private static ParcelStatus state(OrderStatus status) {
    return switch (status) {
      case PLACED, CANCELLING -> ParcelStatus.PREPARING;
      case SHIPPED -> ParcelStatus.SHIPPED;
      case DELIVERED -> ParcelStatus.DELIVERED;
      case CANCELLED -> ParcelStatus.CANCELLED;
    };
  }

  private static Map<String, Long> inMillis(Map<ParcelStatus, Instant> times) {
    var sorted = new TreeMap<String, Long>();
    times.forEach((state, at) -> sorted.put(state.name(), at.toEpochMilli()));
    return sorted;
  }
}
