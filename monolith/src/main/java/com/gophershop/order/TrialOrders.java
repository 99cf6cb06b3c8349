package com.gophershop.order;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the orders that the tracker was asked to run along, on trial. */
@Service
class TrialOrders {

  private final Orders orders;

  TrialOrders(Orders orders) {
    this.orders = orders;
  }

  /** The next ones behind this order, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Order> page(Optional<UUID> after, int limit) {
    return orders.listTried(after.map(OrderId::new), limit);
  }
}
