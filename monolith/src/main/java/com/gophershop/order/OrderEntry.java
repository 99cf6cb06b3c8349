package com.gophershop.order;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.gophershop.DeliveryMode;
import com.gophershop.customer.CustomerId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters a new order, in one transaction with the question who decides about its parcel: what was
 * read before could have been changed since, by another process too.
 */
@Service
class OrderEntry {

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final OrderManagement orders;
  private final FulfillmentPolicy deciders;
  private final DeliveryModes modes;
  private final Clock clock;

  OrderEntry(OrderManagement orders, FulfillmentPolicy deciders, DeliveryModes modes, Clock clock) {
    this.orders = orders;
    this.deciders = deciders;
    this.modes = modes;
    this.clock = clock;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if the key was used before
   */
  @Transactional
  public Order enter(CustomerId customer, List<OrderLine> lines, @Nullable IdempotencyKey key) {
    Decider decider = deciders.decider();
    boolean trial = decider == Decider.SHOP && modes.mode() == DeliveryMode.SHADOW;
    Order order =
        Order.place(new OrderId(ids.generate()), customer, decider, trial, lines, clock.instant());
    orders.enter(order, key);
    return order;
  }
}
