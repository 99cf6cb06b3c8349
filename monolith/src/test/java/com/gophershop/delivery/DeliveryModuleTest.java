package com.gophershop.delivery;

import com.gophershop.Money;
import com.gophershop.OnFreshDatabase;
import com.gophershop.customer.CustomerId;
import com.gophershop.order.Decider;
import com.gophershop.order.OrderCancellationRequested;
import com.gophershop.order.OrderId;
import com.gophershop.order.OrderPlaced;
import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentPrepared;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.Scenario;

/**
 * Delivery asks no other module, which is why it can move out. It hears of orders by their events,
 * and publishes what happens to their parcels.
 */
@ApplicationModuleTest
@OnFreshDatabase
class DeliveryModuleTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private OrderId order = new OrderId(UUID.randomUUID());

  /** All tests of a module share one instance. */
  @BeforeEach
  void anotherOrder() {
    order = new OrderId(UUID.randomUUID());
  }

  @Test
  void aPlacedOrderIsPrepared(Scenario scenario) {
    scenario
        .publish(placed())
        .andWaitForEventOfType(ShipmentPrepared.class)
        .matching(event -> event.orderId().equals(order.value()))
        .toArrive();
  }

  @Test
  void thenItsParcelTravelsByItself(Scenario scenario) {
    scenario
        .publish(placed())
        .andWaitForEventOfType(ShipmentDelivered.class)
        .matching(event -> event.orderId().equals(order.value()))
        .toArrive();
  }

  @Test
  void aCancellationInTimeIsGranted(Scenario scenario) {
    scenario
        .publish(new OrderCancellationRequested(order, 2, Decider.SHOP, NOON))
        .andWaitForEventOfType(ShipmentCancelled.class)
        .matching(event -> event.orderId().equals(order.value()))
        .toArrive();
  }

  private OrderPlaced placed() {
    return new OrderPlaced(
        order,
        1,
        Decider.SHOP,
        new CustomerId(UUID.randomUUID()),
        List.of(),
        new Money(BigDecimal.TEN, "EUR"),
        NOON);
  }
}
