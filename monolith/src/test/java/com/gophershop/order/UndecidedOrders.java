package com.gophershop.order;

import com.gophershop.Money;
import com.gophershop.ShopClient;
import com.gophershop.customer.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Places orders whose parcels somebody else decides about, who does not exist: they stay as they
 * are until a test says otherwise.
 */
@Component
@Lazy
class UndecidedOrders {
  private final OrderManagement book;
  private final ShopClient shop;

  UndecidedOrders(OrderManagement book, ShopClient shop) {
    this.book = book;
    this.shop = shop;
  }

  OrderId place() {
    Money price = new Money(new BigDecimal("24.90"), "EUR");
    Order order =
        Order.place(
            new OrderId(UUID.randomUUID()),
            new CustomerId(UUID.fromString(shop.newCustomer())),
            Decider.TRACKER,
            false,
            List.of(new OrderLine("GS-1001", "The Tunnel Architect", 1, price)),
            Instant.parse("2026-11-22T12:00:00Z"));
    book.enter(order, null);
    return order.id();
  }
}
