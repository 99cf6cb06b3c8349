package com.gophershop.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gophershop.Money;
import com.gophershop.Redelivery;
import com.gophershop.ShopClient;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.Together;
import com.gophershop.customer.CustomerId;
import com.gophershop.order.Decider;
import com.gophershop.order.OrderCancelled;
import com.gophershop.order.OrderId;
import com.gophershop.order.OrderLine;
import com.gophershop.order.OrderPlaced;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.util.AopTestUtils;

/** One invoice and at most one credit note for each order, in whatever order events come. */
@ShopTest
class BookkeeperTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Autowired Bookkeeper proxy;
  @Autowired Invoices invoices;
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  private Bookkeeper bookkeeper;
  private CustomerId customer = new CustomerId(UUID.randomUUID());

  @BeforeEach
  void withoutThreads() {
    bookkeeper = AopTestUtils.getUltimateTargetObject(proxy);
    customer = new CustomerId(UUID.fromString(shop.newCustomer()));
  }

  @Test
  void inWhateverOrderEventsComeThereIsOneInvoiceWithOneCreditNote() {
    for (List<String> arrival :
        Redelivery.ordersOf(Redelivery.twice(List.of("placed", "cancelled")))) {
      OrderId order = new OrderId(UUID.randomUUID());
      arrival.forEach(it -> tell(it, order));

      assertThat(database.rowsOf(order.value(), "billing.invoice")).as("%s", arrival).isOne();
      assertThat(database.rowsOf(order.value(), "billing.credit_note")).as("%s", arrival).isOne();
      assertThat(invoiceOf(order).creditNote()).as("%s", arrival).isNotNull();
    }
  }

  @Test
  void aCreditNoteThatComesBeforeItsInvoiceIsFoundByIt() {
    OrderId order = new OrderId(UUID.randomUUID());

    bookkeeper.on(cancelled(order));
    assertThat(invoices.list(Optional.of(order), Optional.empty(), 10)).isEmpty();
    bookkeeper.on(placed(order));

    assertThat(invoiceOf(order).creditNote()).isNotNull();
  }

  @Test
  void anInvoiceKeepsItsNumberWhenTheOrderIsToldOfAgain() {
    OrderId order = new OrderId(UUID.randomUUID());
    bookkeeper.on(placed(order));
    Invoice first = invoiceOf(order);

    bookkeeper.on(placed(order));

    assertThat(invoiceOf(order)).isEqualTo(first);
  }

  @RepeatedTest(10)
  void allEventsAtOnceMakeOneInvoiceWithOneCreditNote() throws Exception {
    OrderId order = new OrderId(UUID.randomUUID());

    Together.all(
        Stream.of("placed", "placed", "placed", "cancelled", "cancelled", "cancelled")
            .map(it -> delivery(it, order))
            .toList());

    assertThat(database.rowsOf(order.value(), "billing.invoice")).isOne();
    assertThat(database.rowsOf(order.value(), "billing.credit_note")).isOne();
  }

  @Test
  void theDatabaseItselfRefusesASecondInvoiceAndASecondCreditNote() {
    OrderId order = new OrderId(UUID.randomUUID());
    bookkeeper.on(placed(order));
    bookkeeper.on(cancelled(order));

    assertThatThrownBy(
            () ->
                database
                    .asAdministrator()
                    .update(
                        """
                        INSERT INTO billing.invoice
                        SELECT CAST(? AS UUID), order_id, customer_name, street, postal_code, city,
                               country, total_amount, total_currency, issued_at
                        FROM billing.invoice
                        WHERE order_id = ?
                        """,
                        UUID.randomUUID(),
                        order.value()))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(
            () ->
                database
                    .asAdministrator()
                    .update(
                        """
                        INSERT INTO billing.credit_note
                        SELECT CAST(? AS UUID), order_id, issued_at
                        FROM billing.credit_note
                        WHERE order_id = ?
                        """,
                        UUID.randomUUID(),
                        order.value()))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void anOrderOfSomebodyUnknownIsNotBilledButKeptForLater() {
    OrderId order = new OrderId(UUID.randomUUID());
    customer = new CustomerId(UUID.randomUUID());

    assertThatThrownBy(() -> bookkeeper.on(placed(order)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(customer.toString());

    assertThat(database.rowsOf(order.value(), "billing.invoice")).isZero();
  }

  private Callable<Boolean> delivery(String event, OrderId order) {
    return Executors.callable(() -> Redelivery.untilItSucceeds(() -> tell(event, order)), true);
  }

  private void tell(String event, OrderId order) {
    if ("placed".equals(event)) {
      bookkeeper.on(placed(order));
    } else {
      bookkeeper.on(cancelled(order));
    }
  }

  private Invoice invoiceOf(OrderId order) {
    return invoices.list(Optional.of(order), Optional.empty(), 10).get(0);
  }

  private OrderPlaced placed(OrderId order) {
    Money price = new Money(new BigDecimal("24.90"), "EUR");
    return new OrderPlaced(
        order,
        1,
        Decider.SHOP,
        customer,
        List.of(new OrderLine("GS-1001", "The Tunnel Architect", 1, price)),
        price,
        NOON);
  }

  private static OrderCancelled cancelled(OrderId order) {
    return new OrderCancelled(order, 3, Decider.SHOP, NOON);
  }
}
