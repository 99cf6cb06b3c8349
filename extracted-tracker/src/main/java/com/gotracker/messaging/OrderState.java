package com.gotracker.messaging;

import com.gotracker.shipping.OrderStatus;
import com.gotracker.shipping.OrderUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What the tracker needs to know of an order, read from a record that keeps to the contract. */
record OrderState(
    UUID id,
    long sequence,
    boolean decidedByTracker,
    boolean onTrial,
    OrderStatus status,
    Instant changedAt) {

  private static final String REPEATED = "shop.order.repeated";

  /** The update that its record brings; the headers say why it was sent, and in which trace. */
  OrderUpdate update(Headers headers) {
    return new OrderUpdate(
        id,
        sequence,
        status,
        changedAt,
        REPEATED.equals(text(headers, "ce_type")),
        text(headers, "traceparent"));
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
