package com.gotracker.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.outbox.OutboundRecord;
import com.gotracker.contract.Contract;
import com.gotracker.shipping.Shipment;
import com.gotracker.shipping.ShipmentChanged;
import com.gotracker.shipping.ShipmentStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What the tracker tells keeps to the contract. */
class ShipmentAnnouncementTest {

  private static final UUID ORDER = UUID.fromString("019aadf3-1b2a-7d10-8c44-9a0e4d1c7f52");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final ShipmentAnnouncement announcement = new ShipmentAnnouncement(JsonMapper.shared());

  @ParameterizedTest
  @EnumSource(ShipmentStatus.class)
  void everyStateIsToldAsTheContractSays(ShipmentStatus status) {
    OutboundRecord announced = announcement.record(new ShipmentChanged(shipment(status), null));

    assertThat(Contract.violations("shipment-v1", announced.payload())).isEmpty();
    assertThat(announced.topic()).isEqualTo("tracker.shipments");
    assertThat(announced.key()).isEqualTo(ORDER.toString());
    assertThat(announced.type()).startsWith("tracker.shipment.");
    assertThat(announced.source()).hasToString("/gotracker");
    assertThat(announced.id()).isEqualTo(ORDER + ":" + status.sequence());
  }

  @Test
  void theHistoryEndsWithThePresentState() {
    String payload =
        announcement
            .record(new ShipmentChanged(shipment(ShipmentStatus.DELIVERED), null))
            .payload();
    var history = JsonMapper.shared().readTree(payload).get("history");

    assertThat(history).hasSize(3);
    assertThat(history.get(2).get("status").asString()).isEqualTo("DELIVERED");
    assertThat(history.get(2).get("sequence").asInt()).isEqualTo(3);
  }

  private static Shipment shipment(ShipmentStatus status) {
    return new Shipment(
        ORDER,
        "GT-0R4C8M1XQ2",
        status,
        1,
        NOON,
        when(status == ShipmentStatus.SHIPPED || status == ShipmentStatus.DELIVERED),
        when(status == ShipmentStatus.DELIVERED),
        when(status == ShipmentStatus.CANCELLED),
        null);
  }

  private static @Nullable Instant when(boolean happened) {
    return happened ? NOON : null;
  }
}
