package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.OnFreshDatabase;
import com.gophershop.customer.CustomerId;
import com.gophershop.customer.Customers;
import com.gophershop.customer.NewCustomer;
import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.Scenario;

/**
 * Orders need the catalog and the customers to ask, and somebody who decides about parcels; of
 * tracking only the events. They publish what happens to an order.
 */
@ApplicationModuleTest(extraIncludes = {"catalog", "customer"})
@OnFreshDatabase
@Import(OrderModuleTest.SomebodyDecides.class)
class OrderModuleTest {

  private final Checkout checkout;
  private final OrderManagement orders;
  private final OrderRestoration restoration;
  private final CustomerId customer;

  OrderModuleTest(
      Checkout checkout,
      OrderManagement orders,
      OrderRestoration restoration,
      Customers customers) {
    this.checkout = checkout;
    this.orders = orders;
    this.restoration = restoration;
    this.customer = NewCustomer.in(customers);
  }

  @Test
  void aPlacedOrderIsPublishedWithItsPricesAndItsDecider(Scenario scenario) {
    scenario
        .stimulate(transaction -> place())
        .andWaitForEventOfType(OrderPlaced.class)
        .matching(event -> event.customerId().equals(customer))
        .toArriveAndVerify(
            (event, order) -> {
              assertThat(event.orderId()).isEqualTo(order.id());
              assertThat(event.total()).isEqualTo(order.total());
              assertThat(event.decider()).isEqualTo(Decider.SHOP);
            });
  }

  @Test
  void aCancellationIsARequestUntilTheShipmentIsCancelled(Scenario scenario) {
    OrderId order = place().id();

    scenario
        .stimulate(transaction -> orders.requestCancellation(order))
        .andWaitForEventOfType(OrderCancellationRequested.class)
        .matching(event -> event.orderId().equals(order))
        .toArrive();
    assertThat(statusOf(order)).isEqualTo(OrderStatus.CANCELLING);

    scenario
        .publish(new ShipmentCancelled(order.value(), "GT-1", 2, Instant.now()))
        .andWaitForEventOfType(OrderCancelled.class)
        .matching(event -> event.orderId().equals(order))
        .toArrive();
    assertThat(statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void anOrderFollowsItsShipment(Scenario scenario) {
    OrderId order = place().id();

    scenario
        .publish(new ShipmentDelivered(order.value(), "GT-1", 3, Instant.now()))
        .andWaitForStateChange(() -> statusOf(order), OrderStatus.DELIVERED::equals)
        .andVerify(status -> assertThat(status).isEqualTo(OrderStatus.DELIVERED));
  }

  @Test
  void anOrderThatWasAnnouncedIsTakenBackWhereItIsUnknownAndOnlyForward(Scenario scenario) {
    Order known = place();
    Order unknown =
        new Order(
            new OrderId(UUID.randomUUID()),
            customer,
            Decider.TRACKER,
            false,
            OrderStatus.CANCELLED,
            3,
            known.lines(),
            known.total(),
            known.placedAt());
    scenario
        .stimulate(transaction -> restoration.of(List.of(known, unknown)))
        .andWaitForEventOfType(OrderCancelled.class)
        .matching(event -> event.orderId().equals(unknown.id()))
        .toArriveAndVerify((event, restored) -> assertThat(restored).isEqualTo(1));

    assertThat(orders.find(unknown.id())).contains(unknown);
    assertThat(orders.find(known.id())).contains(known);
  }

  private Order place() {
    var request = new OrderRequest(customer, List.of(new OrderRequest.Line("GS-1001", 2)));
    return checkout.place(request, null).order();
  }

  private OrderStatus statusOf(OrderId order) {
    return orders.find(order).orElseThrow().status();
  }

  /** Stands in for delivery, without which a shop refuses to start. */
  @TestConfiguration(proxyBeanMethods = false)
  static class SomebodyDecides {

    @Bean
    Fulfillment fulfillment() {
      return () -> Decider.SHOP;
    }
  }
}
