package com.gophershop.order;

import com.gopher.inbound.Reannouncement;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Announces all open orders again, a page in a transaction. */
@Component
class OrderReannouncement implements Reannouncement {

  private static final int PAGE = 500;

  private final OpenOrders orders;

  OrderReannouncement(OpenOrders orders) {
    this.orders = orders;
  }

  @Override
  public long announceAgain() {
    long all = 0;
    Optional<OrderId> last = Optional.empty();
    List<OrderId> page;
    do {
      page = orders.announceAgain(last, PAGE);
      all += page.size();
      last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
    } while (page.size() == PAGE);
    return all;
  }
}
