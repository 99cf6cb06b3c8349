package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import com.gopher.course.check.ManagementClient.KnownOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tracker knows of orders that the shop decides about, when a reconcile asks it. */
final class FollowedOrders {

  private FollowedOrders() {}

  /**
   * @param orders as their newest records say
   */
  static void areRemembered(List<OrderRecord> orders, RunningTracker tracker)
      throws Failed, InterruptedException {
    if (Patience.await(() -> different(orders, tracker).isEmpty() ? TRUE : NOT_YET)) {
      return;
    }
    OrderRecord order = different(orders, tracker).orElseThrow();
    KnownOrder known = known(tracker).get(order.id().toString());
    throw new Failed(
        new Failure(
            "The tracker remembers the orders of the shop, each as its newest record says, also those that only a backfill tells of: ./shop reconcile asks for them.",
            "The order %s is the shop's, %s in its newest record (sequence %s); to GET /actuator/shipments/rows the tracker answers: %s"
                .formatted(order.id(), order.status(), order.sequence(), inWords(known)),
            "extracted-tracker/src/main/java/com/gotracker/messaging",
            "Hand all orders that can be read to AnnouncedOrders.take: it remembers those of the shop, and hands the tracker's own to Dispatch.",
            tracker.log()));
  }

  private static Optional<OrderRecord> different(List<OrderRecord> orders, RunningTracker tracker)
      throws InterruptedException {
    Map<String, KnownOrder> known = known(tracker);
    return orders.stream().filter(it -> !isKnown(it, known.get(it.id().toString()))).findFirst();
  }

  private static Map<String, KnownOrder> known(RunningTracker tracker) throws InterruptedException {
    return new ManagementClient(tracker).knownOrders("shipments");
  }

  private static boolean isKnown(OrderRecord order, @Nullable KnownOrder known) {
    String parcel = order.status().equals("PLACED") ? "PREPARING" : order.status();
    return known != null
        && known.decider().equals(order.decider())
        && known.state().equals(parcel)
        && known.sequence() == order.sequence();
  }

  private static String inWords(@Nullable KnownOrder known) {
    return known == null ? "nothing of it." : known + ".";
  }
}
