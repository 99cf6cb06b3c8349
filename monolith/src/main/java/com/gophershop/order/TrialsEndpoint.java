package com.gophershop.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/trials}: the orders that the tracker was asked to run along, page by page, to be
 * compared with what became of them there.
 */
@Component
@Endpoint(id = "trials")
class TrialsEndpoint {

  private static final int MOST = 1_000;

  private final TrialOrders orders;

  TrialsEndpoint(TrialOrders orders) {
    this.orders = orders;
  }

  /**
   * A page of at most a thousand, the oldest first; the next one begins after its last.
   *
   * @param after the id of an order, known or not; none for the first page
   */
  @ReadOperation
  Page page(@Nullable UUID after) {
    return new Page(
        orders.page(Optional.ofNullable(after), MOST).stream()
            .map(order -> new Item(order.id().value(), order.status(), order.placedAt()))
            .toList());
  }

  record Page(List<Item> items) {}

  record Item(UUID id, OrderStatus status, Instant placedAt) {}
}
