package com.gophershop.order;

import java.util.List;
import java.util.Set;
import java.util.UUID;
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

  /** What is compared of those behind the first id, up to the second, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<ComparedOrder> between(UUID after, UUID to, int limit) {
    return orders.between(after, to, limit);
  }
}
