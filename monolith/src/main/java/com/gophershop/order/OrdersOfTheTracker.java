package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import com.gophershop.tracking.ParcelProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Looks up what the tracker still has to deliver, and what was heard of it. Asks the orders first
 * and the parcels afterwards, each in a transaction of its own, so it has none itself.
 */
@Service
@ConditionalOnMessaging
class OrdersOfTheTracker {

  private final OrderManagement orders;
  private final OpenOrders open;
  private final ParcelProgress parcels;

  OrdersOfTheTracker(OrderManagement orders, OpenOrders open, ParcelProgress parcels) {
    this.orders = orders;
    this.open = open;
    this.parcels = parcels;
  }

  long count() {
    return orders.countOpen(Decider.TRACKER);
  }

  /**
   * The next of them, in the order of their ids and so of their age.
   *
   * @param after the last one that is known already; empty at first
   */
  List<OpenOrder> page(Optional<UUID> after, int limit) {
    List<Order> page = open.ofTheTracker(after, limit);
    Map<UUID, Long> heard = parcels.sequences(page.stream().map(it -> it.id().value()).toList());
    return page.stream()
        .map(
            order ->
                new OpenOrder(
                    order.id().value(),
                    order.placedAt(),
                    heard.getOrDefault(order.id().value(), 0L)))
        .toList();
  }
}
