package com.gophershop.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.Money;
import com.gophershop.OnFreshDatabase;
import com.gophershop.customer.CustomerId;
import com.gophershop.customer.Customers;
import com.gophershop.customer.NewCustomer;
import com.gophershop.order.Decider;
import com.gophershop.order.OrderCancelled;
import com.gophershop.order.OrderId;
import com.gophershop.order.OrderPlaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.Scenario;

/**
 * Billing needs the customers to ask, and of orders only the events. It hears, writes, and
 * publishes nothing.
 */
@ApplicationModuleTest(extraIncludes = "customer")
@OnFreshDatabase
class BillingModuleTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private OrderId order = new OrderId(UUID.randomUUID());
  private final Invoices invoices;
  private final CustomerId customer;

  BillingModuleTest(Invoices invoices, Customers customers) {
    this.invoices = invoices;
    this.customer = NewCustomer.in(customers);
  }

  /** All tests of a module share one instance. */
  @BeforeEach
  void anotherOrder() {
    order = new OrderId(UUID.randomUUID());
  }

  @Test
  void aPlacedOrderIsInvoicedToTheNameThatTheCustomersGive(Scenario scenario) {
    scenario
        .publish(placed())
        .andWaitForStateChange(this::invoices, found -> !found.isEmpty())
        .andVerify(
            found -> {
              assertThat(found).hasSize(1);
              assertThat(found.get(0).customer().name()).isEqualTo("Ada Gopher");
              assertThat(found.get(0).creditNote()).isNull();
            });
  }

  @Test
  void aCancelledOrderIsCreditedAndNothingIsPublished(Scenario scenario) {
    scenario.publish(placed()).andWaitForStateChange(this::invoices, found -> !found.isEmpty());

    scenario
        .publish(new OrderCancelled(order, 3, Decider.SHOP, NOON))
        .andWaitForStateChange(
            this::invoices, found -> !found.isEmpty() && found.get(0).creditNote() != null)
        .andVerifyEvents(
            events ->
                assertThat(events.ofType(Record.class))
                    .allMatch(
                        event -> event instanceof OrderPlaced || event instanceof OrderCancelled));
  }

  private List<Invoice> invoices() {
    return invoices.list(Optional.of(order), Optional.empty(), 10);
  }

  private OrderPlaced placed() {
    return new OrderPlaced(
        order, 1, Decider.SHOP, customer, List.of(), new Money(BigDecimal.TEN, "EUR"), NOON);
  }
}
