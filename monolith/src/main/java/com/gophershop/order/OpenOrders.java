package com.gophershop.order;

import com.gopher.inbound.Reannouncement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the orders that are neither delivered nor cancelled, and announces them again. */
@Service
class OpenOrders implements Reannouncement {

  private final Orders orders;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpenOrders(Orders orders, ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public List<UUID> announceAgain(Optional<UUID> after, int limit) {
    List<Order> page = orders.lockOpen(after.map(OrderId::new), limit);
    announce(page);
    return page.stream().map(order -> order.id().value()).toList();
  }

  /** Those of these that are open; returns how many. */
  @Transactional
  public int announceAgain(Set<UUID> ids) {
    List<Order> found = ids.isEmpty() ? List.of() : orders.lockOpen(ids);
    announce(found);
    return found.size();
  }

  /** The next of those about whose parcels the tracker decides, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Order> ofTheTracker(Optional<UUID> after, int limit) {
    return orders.listOpen(Decider.TRACKER, after.map(OrderId::new), limit);
  }

  private void announce(List<Order> page) {
    Instant now = clock.instant();
    for (Order order : page) {
      // When an order got one of its later states is not kept with it.
      Instant changedAt = order.status() == OrderStatus.PLACED ? order.placedAt() : now;
      events.publishEvent(new OrderRepeated(order, changedAt));
    }
  }
}
