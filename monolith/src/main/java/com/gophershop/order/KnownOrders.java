package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import com.gophershop.tracking.ParcelProgress;
import com.gophershop.tracking.ParcelStatus;
import java.time.Instant;
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
   * range ends earlier. They are read in a few milliseconds, and a customer's order does not wait
   * for longer. To be asked costs as much as to read hundreds of them, so fewer are not worth a
   * question.
   */
  OrderRange between(UUID after, UUID to) {
    List<ComparedOrder> page = orders.between(after, to, MOST);
    UUID end = page.size() == MOST ? page.get(MOST - 1).id() : to;
    Map<UUID, String> numbers = parcels.trackingNumbers(after, end);
    // There are several times an order, and those of what the shop ships itself are not compared.
    Map<UUID, Map<ParcelStatus, Instant>> times =
        page.stream().anyMatch(order -> order.decider() == Decider.TRACKER)
            ? parcels.times(after, end)
            : Map.of();
    return new OrderRange(
        end,
        page.stream()
            .map(
                order ->
                    KnownOrder.of(
                        order, numbers.get(order.id()), times.getOrDefault(order.id(), Map.of())))
            .toList());
  }
}
