package com.gophershop.order;

import com.gophershop.tracking.KnownParcel;
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

  static KnownOrder of(Order order, @Nullable KnownParcel parcel) {
    return new KnownOrder(
        order.id().value(),
        order.decider(),
        state(order.status()).name(),
        parcel == null ? null : parcel.trackingNumber(),
        order.version(),
        parcel == null || order.decider() == Decider.SHOP ? Map.of() : times(parcel.times()));
  }

  /** What is hashed; the tracker writes the same of an order of which it knows the same. */
  String line() {
    return "%s %s %s %s %s %s"
        .formatted(id, decider.code(), state, trackingNumber, sequence, times);
  }

  private static ParcelStatus state(OrderStatus status) {
    return switch (status) {
      case PLACED, CANCELLING -> ParcelStatus.PREPARING;
      case SHIPPED -> ParcelStatus.SHIPPED;
      case DELIVERED -> ParcelStatus.DELIVERED;
      case CANCELLED -> ParcelStatus.CANCELLED;
    };
  }

  private static Map<String, Long> times(Map<ParcelStatus, Instant> times) {
    var sorted = new TreeMap<String, Long>();
    times.forEach((state, at) -> sorted.put(state.name(), at.toEpochMilli()));
    return sorted;
  }
}
