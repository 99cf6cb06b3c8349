package com.gophershop.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Announces orders as they are, and notes it. For orders that the transaction of the caller has
 * locked: a change that comes in between is announced behind, and what is rolled back is not noted.
 */
@Component
class RepeatedAnnouncement {

  private final AnnouncedOrders announced;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RepeatedAnnouncement(AnnouncedOrders announced, ApplicationEventPublisher events, Clock clock) {
    this.announced = announced;
    this.events = events;
    this.clock = clock;
  }

  void of(List<Order> locked) {
    if (locked.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    events.publishEvent(
        new OrdersRepeated(locked.stream().map(order -> repeated(order, now)).toList()));
    announced.note(locked);
  }

  private static OrderRepeated repeated(Order order, Instant now) {
    // When an order got one of its later states is not kept with it.
    return new OrderRepeated(order, order.status() == OrderStatus.PLACED ? order.placedAt() : now);
  }
}
