package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/openorders}: the orders that the tracker has to deliver, page by page, to be
 * compared with what the tracker knows; and a way to announce some of them again.
 */
@Component
@ConditionalOnMessaging
@Endpoint(id = "openorders")
class OpenOrdersEndpoint {

  private static final int MOST = 1_000;

  private final OrdersOfTheTracker orders;
  private final OpenOrders open;

  OpenOrdersEndpoint(OrdersOfTheTracker orders, OpenOrders open) {
    this.orders = orders;
    this.open = open;
  }

  /**
   * A page of at most a thousand, the oldest first; the next one begins after its last.
   *
   * @param after the id of an order, known or not; none for the first page
   */
  @ReadOperation
  Page page(@Nullable UUID after) {
    return new Page(orders.page(Optional.ofNullable(after), MOST));
  }

  /**
   * Announces these orders again, those that are still open. Doing so twice does no harm: readers
   * go by the sequence.
   *
   * @param ids at most a thousand, in one text with commas: a management call takes no list
   */
  @WriteOperation
  Map<String, Integer> announceAgain(List<String> ids) {
    if (ids.size() > MOST) {
      throw invalid("At most %s orders are announced again at once".formatted(MOST));
    }
    Set<UUID> wanted = ids.stream().map(OpenOrdersEndpoint::uuid).collect(Collectors.toSet());
    return Map.of("announced", open.announceAgain(wanted));
  }

  record Page(List<OpenOrder> items) {}

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw invalid("One of the ids is none of an order");
    }
  }

  private static InvalidEndpointRequestException invalid(String reason) {
    return new InvalidEndpointRequestException(reason, reason + "; nothing was announced.");
  }
}
