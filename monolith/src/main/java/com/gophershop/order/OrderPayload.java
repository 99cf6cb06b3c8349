package com.gophershop.order;

import com.gophershop.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The payload of {@code shop.orders}, see {@code order-v1.schema.json} in {@code docs/contract}.
 * Apart from what clients of the API see, so that one may change without the other.
 */
record OrderPayload(
    UUID id,
    long sequence,
    String decider,
    OrderStatus status,
    UUID customerId,
    List<Line> lines,
    Money total,
    Instant placedAt,
    Instant changedAt) {

  record Line(String sku, String title, int quantity, Money unitPrice) {}

  static OrderPayload of(Order order, Instant changedAt) {
    return new OrderPayload(
        order.id().value(),
        order.version(),
        order.decider().code(),
        order.status(),
        order.customerId().value(),
        order.lines().stream()
            .map(it -> new Line(it.sku(), it.title(), it.quantity(), it.unitPrice()))
            .toList(),
        order.total(),
        order.placedAt(),
        changedAt);
  }
}
