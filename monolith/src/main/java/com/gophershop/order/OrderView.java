package com.gophershop.order;

import com.gophershop.Money;
import com.gophershop.customer.CustomerId;
import java.time.Instant;
import java.util.List;

/** An order as clients see it. */
record OrderView(
    OrderId id,
    CustomerId customerId,
    OrderStatus status,
    List<OrderLine> lines,
    Money total,
    Instant placedAt) {

  static OrderView of(Order order) {
    return new OrderView(
        order.id(),
        order.customerId(),
        order.status(),
        order.lines(),
        order.total(),
        order.placedAt());
  }
}
