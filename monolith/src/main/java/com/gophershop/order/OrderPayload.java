package com.gophershop.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gophershop.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payload of {@code shop.orders}, see {@code order-v2.schema.json} in {@code docs/contract}.
 * Apart from what clients of the API see, so that one may change without the other.
 *
 * @param trial left out unless it is true, so that most records are as the first version has them
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
    Instant changedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean trial) {

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
        changedAt,
        order.trial() ? Boolean.TRUE : null);
  }
}
