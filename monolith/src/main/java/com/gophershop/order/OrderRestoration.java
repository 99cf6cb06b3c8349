package com.gophershop.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings orders back that were announced and that the database does not know, or knows in an
 * earlier version: their next changes get sequences above those that were sent. Nothing is
 * announced for it: it was. The other modules hear of it as of any order, so that there is an
 * invoice.
 */
@Service
class OrderRestoration {

  private static final Logger LOG = LoggerFactory.getLogger(OrderRestoration.class);

  private final Orders orders;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OrderRestoration(Orders orders, ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.events = events;
    this.clock = clock;
  }

  /** Returns how many orders were brought back, or further. */
  @Transactional
  public int of(Collection<Order> announced) {
    Map<OrderId, Long> versions =
        orders.progressOf(announced.stream().map(Order::id).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(OrderProgress::id, OrderProgress::version));
    int broughtBack = 0;
    for (Order order : announced) {
      Long known = versions.get(order.id());
      if (known == null) {
        add(order);
        broughtBack++;
      } else if (known < order.version()) {
        orders.restore(order);
        publishStateOf(order);
        broughtBack++;
      }
    }
    return broughtBack;
  }

  private void add(Order order) {
    orders.add(order, null);
    if (order.decider() == Decider.SHOP
        && (order.status() == OrderStatus.SHIPPED || order.status() == OrderStatus.DELIVERED)) {
      // Heard of as placed, it would be shipped a second time.
      LOG.warn(
          "The order {} is {} and was taken back without its parcel and invoice: no record has those",
          order.id(),
          order.status());
      return;
    }
    events.publishEvent(
        new OrderPlaced(
            order.id(),
            1,
            order.decider(),
            order.customerId(),
            order.lines(),
            order.total(),
            order.placedAt()));
    publishStateOf(order);
  }

  private void publishStateOf(Order order) {
    Instant now = clock.instant();
    switch (order.status()) {
      case CANCELLING ->
          events.publishEvent(
              new OrderCancellationRequested(order.id(), order.version(), order.decider(), now));
      case CANCELLED ->
          events.publishEvent(
              new OrderCancelled(order.id(), order.version(), order.decider(), now));
      case PLACED, SHIPPED, DELIVERED -> {
        // Nobody inside the shop waits for it.
      }
    }
  }
}
