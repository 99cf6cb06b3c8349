package com.gophershop.order;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up how far several orders are, in one transaction of this module. */
@Service
class OrderProgressReader {

  private final Orders orders;

  OrderProgressReader(Orders orders) {
    this.orders = orders;
  }

  /** Unknown orders are left out. */
  @Transactional(readOnly = true)
  public List<OrderProgress> read(Set<OrderId> ids) {
    return orders.progressOf(ids);
  }
}
