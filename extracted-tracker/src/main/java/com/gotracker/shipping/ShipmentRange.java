package com.gotracker.shipping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tracker knows of the orders of a range of ids, whoever ships them.
 *
 * @param items in the order of these ids
 */
record ShipmentRange(List<Known> items) {

  /**
   * What the tracker knows of an order and its parcel.
   *
   * @param sequence of the newest update of the order that was applied
   * @param times in milliseconds since 1970, by state; none of an order that the shop ships itself:
   *     of that the tracker knows since when the order has its state, and the shop when the parcel
   *     got it
   */
  record Known(
      UUID id,
      String decider,
      String state,
      String trackingNumber,
      long sequence,
      Map<String, Long> times) {

    static Known of(Shipment shipment) {
      var times = new TreeMap<String, Long>();
      note(times, ShipmentStatus.PREPARING, shipment.preparedAt());
      note(times, ShipmentStatus.SHIPPED, shipment.shippedAt());
      note(times, ShipmentStatus.DELIVERED, shipment.deliveredAt());
      note(times, ShipmentStatus.CANCELLED, shipment.cancelledAt());
      return new Known(
          shipment.orderId(),
          "tracker",
          shipment.status().name(),
          shipment.trackingNumber(),
          shipment.orderSequence(),
          times);
    }

    static Known of(FollowedParcel parcel) {
      return new Known(
          parcel.orderId(),
          FollowedParcel.DECIDER,
          parcel.parcelStatus().name(),
          parcel.trackingNumber(),
          parcel.orderSequence(),
          Map.of());
    }

    /** What is hashed; the shop writes the same of an order of which it knows the same. */
    String line() {
      return String.join(
          " ",
          id.toString(),
          decider,
          state,
          trackingNumber,
          Long.toString(sequence),
          times.toString());
    }

    private static void note(Map<String, Long> times, ShipmentStatus state, @Nullable Instant at) {
      if (at != null) {
        times.put(state.name(), at.toEpochMilli());
      }
    }
  }

  static ShipmentRange of(List<Shipment> own, List<FollowedParcel> followed) {
    return new ShipmentRange(
        Stream.concat(own.stream().map(Known::of), followed.stream().map(Known::of))
            .sorted(Comparator.comparing(Known::id, ShipmentRange::asTheDatabase))
            .toList());
  }

  /** Both databases have ids in the order of their digits; Java takes their halves as signed. */
  private static int asTheDatabase(UUID one, UUID other) {
    int first = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return first != 0
        ? first
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  /** Equal for two who know the same of the same orders. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      items.forEach(it -> digest.update((it.line() + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
