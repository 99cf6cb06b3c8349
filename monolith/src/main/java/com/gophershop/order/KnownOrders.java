package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import com.gophershop.tracking.KnownParcel;
import com.gophershop.tracking.ParcelProgress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Looks up what the shop knows of orders and their parcels. Asks the orders first and the parcels
 * afterwards, each in a transaction of its own, so it has none itself.
 */
@Service
@ConditionalOnMessaging
class KnownOrders {

  private static final int MOST = 1_000;

  private final OrderProgressReader orders;
  private final ParcelProgress parcels;

  KnownOrders(OrderProgressReader orders, ParcelProgress parcels) {
    this.orders = orders;
    this.parcels = parcels;
  }

  /**
   * At most a thousand orders behind the first id, up to the second: where there are more, the
   * range ends earlier.
   */
  OrderRange between(UUID after, UUID to) {
    List<Order> page = orders.between(after, to, MOST);
    UUID end = page.size() == MOST ? page.get(MOST - 1).id().value() : to;
    Map<UUID, KnownParcel> known = parcels.between(after, end);
    return new OrderRange(
        end,
        page.stream().map(order -> KnownOrder.of(order, known.get(order.id().value()))).toList());
  }
}
