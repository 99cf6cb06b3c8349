package com.gotracker.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tracker says the same of an order as the shop, whose test has the same text. */
class ShipmentRangeTest {

  private static final UUID ID = UUID.fromString("01a2238d-e6f0-78e4-9f67-0c3a52cd127d");

  @Test
  void theLineThatIsHashedIsTheShops() {
    assertThat(ShipmentRange.of(List.of(shipment(ShipmentStatus.SHIPPED, 2)), List.of()).items())
        .extracting(ShipmentRange.Known::line)
        .containsExactly(
            "01a2238d-e6f0-78e4-9f67-0c3a52cd127d tracker SHIPPED GT-7F3K-92XQ 2 {PREPARING=1000, SHIPPED=2000}");
  }

  @Test
  void ofWhatTheShopShipsItselfTheTimesAreLeftOut() {
    var followed = new FollowedParcel(ID, "GT-7F3K-92XQ", OrderStatus.CANCELLING, 2, Instant.EPOCH);

    assertThat(ShipmentRange.of(List.of(), List.of(followed)).items())
        .extracting(ShipmentRange.Known::line)
        .containsExactly("01a2238d-e6f0-78e4-9f67-0c3a52cd127d shop PREPARING GT-7F3K-92XQ 2 {}");
  }

  @Test
  void bothAreInTheOrderOfTheirIds() {
    UUID earlier = new UUID(0, 1);
    UUID later = new UUID(-1, -1);

    assertThat(
            ShipmentRange.of(
                    List.of(shipment(ShipmentStatus.SHIPPED, 2)),
                    List.of(
                        new FollowedParcel(earlier, "GT-1", OrderStatus.PLACED, 1, Instant.EPOCH),
                        new FollowedParcel(later, "GT-2", OrderStatus.PLACED, 1, Instant.EPOCH)))
                .items())
        .extracting(ShipmentRange.Known::id)
        .containsExactly(earlier, ID, later);
  }

  @Test
  void whatIsKnownChangesTheDigest() {
    String digest = digest(shipment(ShipmentStatus.SHIPPED, 2));

    assertThat(digest(shipment(ShipmentStatus.SHIPPED, 2))).isEqualTo(digest);
    assertThat(digest(shipment(ShipmentStatus.DELIVERED, 2))).isNotEqualTo(digest);
    assertThat(digest(shipment(ShipmentStatus.SHIPPED, 3))).isNotEqualTo(digest);
    assertThat(digest()).isNotEqualTo(digest);
  }

  private static String digest(Shipment... shipments) {
    return ShipmentRange.of(List.of(shipments), List.of()).digest();
  }

  private static Shipment shipment(ShipmentStatus status, long orderSequence) {
    return new Shipment(
        ID,
        "GT-7F3K-92XQ",
        status,
        orderSequence,
        Instant.ofEpochMilli(1_000),
        Instant.ofEpochMilli(2_000),
        null,
        null,
        null);
  }
}
