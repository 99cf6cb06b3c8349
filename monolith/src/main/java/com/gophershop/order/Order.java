package com.gophershop.order;

import com.gophershop.Money;
import com.gophershop.customer.CustomerId;
import java.time.Instant;
import java.util.List;

/**
 * An order, with the states it may pass through.
 *
 * @param trial whether the tracker runs it along, on trial; only of one that the shop decides
 * @param version how often it was changed; a change is stored only if nobody else made one since
 */
record Order(
    OrderId id,
    CustomerId customerId,
    Decider decider,
    boolean trial,
    OrderStatus status,
    long version,
    List<OrderLine> lines,
    Money total,
    Instant placedAt) {

  /**
   * @param lines at least one
   */
  static Order place(
      OrderId id,
      CustomerId customerId,
      Decider decider,
      boolean trial,
      List<OrderLine> lines,
      Instant now) {
    Money total = lines.stream().map(OrderLine::price).reduce(Money::plus).orElseThrow();
    return new Order(id, customerId, decider, trial, OrderStatus.PLACED, 1, lines, total, now);
  }

  /**
   * Asks for the cancellation; asking again while it is being decided changes nothing.
   *
   * @throws OrderNotCancellableException if it is known to be shipped, delivered or cancelled
   */
  Order requestCancellation() {
    if (status == OrderStatus.CANCELLING) {
      return this;
    }
    if (!status.mayBecome(OrderStatus.CANCELLING)) {
      throw new OrderNotCancellableException(id, status);
    }
    return become(OrderStatus.CANCELLING);
  }

  /**
   * The order as it is after an update of its shipment; one that comes too late changes nothing.
   */
  Order after(OrderStatus next) {
    return status.mayBecome(next) ? become(next) : this;
  }

  Order with(List<OrderLine> readLines) {
    return new Order(id, customerId, decider, trial, status, version, readLines, total, placedAt);
  }

  private Order become(OrderStatus next) {
    return new Order(id, customerId, decider, trial, next, version + 1, lines, total, placedAt);
  }
}
