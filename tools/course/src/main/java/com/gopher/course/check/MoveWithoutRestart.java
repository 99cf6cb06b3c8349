package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import com.gopher.course.check.ManagementClient.KnownOrder;
import com.gopher.course.check.SteadyCustomer.Placed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cutover and rollback of a shop that runs on while a customer orders; afterwards a reconcile finds
 * nothing.
 */
final class MoveWithoutRestart {

  private static final int ORDERS = 4;

  private final RunningShop shop;
  private final RunningTracker tracker;
  private final Path data;

  /**
   * @param shop whose mode is in-process
   * @param data the shop's directory
   */
  MoveWithoutRestart(RunningShop shop, RunningTracker tracker, Path data) {
    this.shop = shop;
    this.tracker = tracker;
    this.data = data;
  }

  /** From when to when a change of the mode took. */
  private record Change(long asked, long answered) {

    boolean isBehind(Placed order) {
      return asked - order.answered() > 0;
    }

    boolean isBefore(Placed order) {
      return order.asked() - answered > 0;
    }
  }

  void run() throws Failed, InterruptedException {
    var client = new ShopClient(shop.url());
    try (var customer = new SteadyCustomer(client)) {
      customer.awaitMore(ORDERS);
      Change cutover = change(Mode.EXTRACTED);
      customer.awaitMore(ORDERS);
      Change rollback = change(Mode.IN_PROCESS);
      customer.awaitMore(ORDERS);
      for (Placed order : customer.stop()) {
        wasTaken(order);
        if (cutover.isBehind(order) || rollback.isBefore(order)) {
          bearsTheMark(order, Mode.IN_PROCESS);
        } else if (cutover.isBefore(order) && rollback.isBehind(order)) {
          bearsTheMark(order, Mode.EXTRACTED);
        }
      }
    }
    reconcileFindsNothing();
  }

  private Change change(Mode mode) throws Failed, InterruptedException {
    long asked = System.nanoTime();
    String refusal = new ManagementClient(shop).changeMode(mode, data);
    if (!refusal.isEmpty()) {
      throw new Failed(
          new Failure(
              "The mode of a running shop can be changed to %s: ./shop cutover and ./shop rollback ask for it at /actuator/delivery."
                  .formatted(mode.value()),
              "The shop answered " + refusal,
              null,
              "Leave DeliveryEndpoint, ModeChanges and FulfillmentGuard as they were.",
              shop.log()));
    }
    return new Change(asked, System.nanoTime());
  }

  private void wasTaken(Placed order) throws Failed {
    if (order.answer().status() != 201) {
      throw new Failed(
          new Failure(
              "No order is refused while the mode changes.",
              "The shop answered %s.".formatted(order.answer().status()),
              null,
              "The answer is below. The change is one row; who places an order meanwhile reads the one or the other.",
              order.answer().text() + "\n" + shop.log()));
    }
  }

  private void bearsTheMark(Placed order, Mode mode) throws Failed, InterruptedException {
    String mark = Move.decider(shop, order.id());
    if (!mark.equals(mode.decider())) {
      throw new Failed(
          new Failure(
              "An order bears the mark of the mode in force when it is placed, also if that was changed while the shop runs, by ./shop cutover or ./shop rollback.",
              "The mode was %s when an order was placed, and its mark is %s."
                  .formatted(mode.value(), mark),
              Move.POLICY,
              "Ask DeliveryModes for the mode for each order. What was read when the shop started is a mode of the past.",
              shop.log()));
    }
  }

  /** What is on its way is waited for: each order is at its end, for both. */
  private void reconcileFindsNothing() throws Failed, InterruptedException {
    if (!Patience.await(() -> difference().isEmpty() && allHaveArrived() ? TRUE : NOT_YET)) {
      throw new Failed(
          new Failure(
              "After cutover and rollback each order arrives, and ./shop reconcile finds nothing: shop and tracker know the same of it.",
              difference().orElse("Some orders are not delivered") + ", after 15 s.",
              null,
              "An order is followed by the side that does not decide about it: the tracker remembers those of the shop (OrderRecords), the shop listens to the tracker (ShipmentRecords).",
              "The shop's log:\n" + shop.log() + "\nThe tracker's log:\n" + tracker.log()));
    }
  }

  private Optional<String> difference() throws InterruptedException {
    Map<String, KnownOrder> here = ofTheShop();
    Map<String, KnownOrder> there = new ManagementClient(tracker).knownOrders("shipments");
    var ids = new TreeSet<>(here.keySet());
    ids.addAll(there.keySet());
    return ids.stream()
        .filter(id -> !Objects.equals(here.get(id), there.get(id)))
        .findFirst()
        .map(
            id ->
                "Of the order %s the shop knows: %s; the tracker: %s"
                    .formatted(id, inWords(here.get(id)), inWords(there.get(id))));
  }

  private boolean allHaveArrived() throws InterruptedException {
    return List.of("DELIVERED", "CANCELLED")
        .containsAll(ofTheShop().values().stream().map(KnownOrder::state).toList());
  }

  private Map<String, KnownOrder> ofTheShop() throws InterruptedException {
    return new ManagementClient(shop).knownOrders("reconciliation");
  }

  private static String inWords(@Nullable KnownOrder known) {
    return known == null ? "nothing" : known.toString();
  }
}
