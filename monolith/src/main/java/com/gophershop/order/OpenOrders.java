package com.gophershop.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces the orders again that are neither delivered nor cancelled. */
@Service
class OpenOrders {

  private final Orders orders;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpenOrders(Orders orders, ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Announces the next of them, in the order of their ids. They are locked for it: a change that
   * comes in between is announced behind.
   *
   * @param after the last one that was announced
   * @return those that were announced now; fewer than the limit if there are no more
   */
  @Transactional
  public List<OrderId> announceAgain(Optional<OrderId> after, int limit) {
    List<Order> page = orders.lockOpen(after, limit);
    Instant now = clock.instant();
    for (Order order : page) {
      // When an order got one of its later states is not kept with it.
      Instant changedAt = order.status() == OrderStatus.PLACED ? order.placedAt() : now;
      events.publishEvent(new OrderRepeated(order, changedAt));
    }
    return page.stream().map(Order::id).toList();
  }
}
