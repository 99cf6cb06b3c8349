package com.gophershop.order;

import com.gophershop.billing.Bookkeeper;
import com.gophershop.customer.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every change of an order, each in one transaction with what follows from it. */
@Service
class OrderManagement {

  private static final Logger LOG = LoggerFactory.getLogger(OrderManagement.class);

  private final Orders orders;
  private final Bookkeeper bookkeeper;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OrderManagement(
      Orders orders, Bookkeeper bookkeeper, ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.bookkeeper = bookkeeper;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if the key was used before
   */
  @Transactional
  public void enter(Order order, @Nullable IdempotencyKey key) {
    orders.add(order, key);
    bookkeeper.bill(order.id());
    events.publishEvent(
        new OrderPlaced(
            order.id(),
            order.version(),
            order.decider(),
            order.customerId(),
            order.lines(),
            order.total(),
            order.placedAt()));
  }

  /**
   * @return empty if there is no such order
   * @throws OrderNotCancellableException if it is too late
   */
  @Transactional
  public Optional<Order> requestCancellation(OrderId id) {
    return orders.findForUpdate(id).map(this::requestCancellation);
  }

  private Order requestCancellation(Order order) {
    Order cancelling = order.requestCancellation();
    if (cancelling != order) {
      Instant now = clock.instant();
      orders.change(cancelling);
      events.publishEvent(
          new OrderCancellationRequested(order.id(), cancelling.version(), order.decider(), now));
    }
    return cancelling;
  }

  /** Takes note of what happened to the shipment. */
  @Transactional
  public void follow(OrderId id, OrderStatus next) {
    orders
        .findForUpdate(id)
        .ifPresentOrElse(
            order -> follow(order, next),
            () ->
                LOG.warn(
                    "The shipment of the order {} says {}, and there is no such order", id, next));
  }

  private void follow(Order order, OrderStatus next) {
    Order changed = order.after(next);
    if (changed == order) {
      return;
    }
    Instant now = clock.instant();
    orders.change(changed);
    if (changed.status() == OrderStatus.CANCELLED) {
      events.publishEvent(new OrderCancelled(order.id(), changed.version(), order.decider(), now));
    }
  }

  /** How many orders of this decider are neither delivered nor cancelled. */
  @Transactional(readOnly = true)
  public long countOpen(Decider decider) {
    return orders.countOpen(decider);
  }

  @Transactional(readOnly = true)
  public Optional<Order> find(OrderId id) {
    return orders.find(id);
  }

  @Transactional(readOnly = true)
  public Optional<KeyedOrder> findByKey(IdempotencyKey key) {
    return orders.findByKey(key.value());
  }

  @Transactional(readOnly = true)
  public List<Order> list(Optional<CustomerId> customer, Optional<OrderId> after, int rows) {
    return orders.list(customer, after, rows);
  }
}
