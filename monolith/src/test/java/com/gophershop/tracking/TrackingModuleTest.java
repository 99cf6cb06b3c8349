package com.gophershop.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.OnFreshDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.Scenario;

/**
 * Tracking needs no other module. It keeps what it hears of a parcel, and publishes what a tracker
 * elsewhere decided as if a module had.
 */
@ApplicationModuleTest
@OnFreshDatabase
class TrackingModuleTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private UUID order = UUID.randomUUID();
  private final Parcels parcels;
  private final ShipmentUpdates updates;

  TrackingModuleTest(Parcels parcels, ShipmentUpdates updates) {
    this.parcels = parcels;
    this.updates = updates;
  }

  /** All tests of a module share one instance. */
  @BeforeEach
  void anotherOrder() {
    order = UUID.randomUUID();
  }

  @Test
  void itKeepsWhatItHearsOfAParcel(Scenario scenario) {
    scenario
        .publish(new ShipmentShipped(order, "GT-1", 2, NOON))
        .andWaitForStateChange(() -> parcels.find(order), found -> found.isPresent())
        .andVerify(parcel -> assertThat(parcel).map(Parcel::status).contains(ParcelStatus.SHIPPED));
  }

  @Test
  void itPublishesWhatATrackerElsewhereDecided(Scenario scenario) {
    var delivered =
        new ShipmentState(
            order,
            3,
            true,
            "GT-1",
            List.of(
                new ShipmentState.Step(ParcelStatus.PREPARING, 1, NOON),
                new ShipmentState.Step(ParcelStatus.SHIPPED, 2, NOON),
                new ShipmentState.Step(ParcelStatus.DELIVERED, 3, NOON)));

    scenario
        .stimulate(transaction -> updates.take(List.of(delivered)))
        .andWaitForEventOfType(ShipmentDelivered.class)
        .matching(event -> event.orderId().equals(order))
        .toArriveAndVerify((event, applied) -> assertThat(applied).isOne());
  }
}
