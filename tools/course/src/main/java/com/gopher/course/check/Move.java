package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NEVER;
import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import java.nio.file.Path;

/**
 * A shop that is killed and started again with another mode, beside a tracker that runs on. What
 * was placed just before a kill is in flight: nobody has heard of it yet.
 */
final class Move implements AutoCloseable {

  static final String POLICY = "monolith/src/main/java/com/gophershop/order/FulfillmentPolicy.java";
  private static final String TRACKING = "monolith/src/main/java/com/gophershop/tracking";
  private static final String DELIVERED = "DELIVERED";

  private final Subject subject;
  private final String kafka;
  private final Path data;
  private final RunningTracker tracker;

  private Move(Subject subject, String kafka, Path data, RunningTracker tracker) {
    this.subject = subject;
    this.kafka = kafka;
    this.data = data;
    this.tracker = tracker;
  }

  /**
   * @throws Failed if the tracker does not start
   */
  static Move begin(Subject subject, String kafka, Path data) throws Failed, InterruptedException {
    return new Move(
        subject,
        kafka,
        data,
        RunningTracker.start(
            subject, kafka, data, "--shipping.preparing=1s", "--shipping.transit=200ms"));
  }

  /** The id of an order that the shop had taken just before it was killed. */
  String orderInFlight(Mode mode) throws Failed, InterruptedException {
    try (RunningShop shop = start(mode)) {
      return order(shop, mode);
    }
  }

  /**
   * @return the id of an order that the shop had taken just before it was killed again
   */
  String extractedWhileItIsInFlight(String before) throws Failed, InterruptedException {
    try (RunningShop shop = start(Mode.EXTRACTED)) {
      ShipmentOnTrial.announce(kafka, before);
      String after = order(shop, Mode.EXTRACTED);
      arrivesAfterTheChange(shop, before);
      isFollowed(shop, after);
      nothingOnTrialIsFollowed(shop, before);
      isShippedOnce(shop, before, Mode.IN_PROCESS);
      isShippedOnce(shop, after, Mode.EXTRACTED);
      return order(shop, Mode.EXTRACTED);
    }
  }

  /**
   * The way back, while the tracker has not finished.
   *
   * @return false if the shop refuses to start, which is right as well
   */
  boolean backWhileItIsInFlight(String during) throws Failed, InterruptedException {
    try (RunningShop shop = start(Mode.IN_PROCESS)) {
      if (!arrives(shop, during)) {
        throw new Failed(
            new Failure(
                "On the way back nothing is forgotten: a shop that starts in-process while the tracker holds an open order sees it delivered.",
                "It started, and " + state(shop, during) + " after 15 s.",
                POLICY,
                "Refuse to start while orders of the tracker are open, as FulfillmentPolicy did, or go on following the tracker in either mode.",
                shop.log()));
      }
      isShippedOnce(shop, during, Mode.EXTRACTED);
      shipsByItselfAgain(shop);
      new MoveWithoutRestart(shop, tracker, data).run();
      return true;
    } catch (Refused e) {
      return false;
    }
  }

  void extractedUntilItHasArrived(String during) throws Failed, InterruptedException {
    try (RunningShop shop = start(Mode.EXTRACTED)) {
      isFollowed(shop, during);
      isShippedOnce(shop, during, Mode.EXTRACTED);
    }
  }

  void backWhenAllHaveArrived() throws Failed, InterruptedException {
    try (RunningShop shop = start(Mode.IN_PROCESS)) {
      shipsByItselfAgain(shop);
      new MoveWithoutRestart(shop, tracker, data).run();
    }
  }

  private RunningShop start(Mode mode) throws Failed, InterruptedException {
    ReadersOfShipments.forget(kafka);
    return RunningShop.start(
        subject,
        data,
        "--shop.delivery=" + mode.value(),
        "--spring.kafka.bootstrap-servers=" + kafka);
  }

  private static String order(RunningShop shop, Mode mode) throws Failed, InterruptedException {
    var client = new ShopClient(shop.url());
    String order = client.order(client.register("Ada Gopher"));
    String decider = decider(shop, order);
    if (!decider.equals(mode.decider())) {
      throw new Failed(
          new Failure(
              "An order that is placed while shop.delivery is %s bears the mark %s."
                  .formatted(mode.value(), mode.decider()),
              "The mark of a new order is " + decider + ".",
              POLICY,
              "Choose the decider by the mode, DeliveryMode, and by nothing else.",
              shop.log()));
    }
    return order;
  }

  static String decider(RunningShop shop, String order) throws InterruptedException {
    return only(shop, "SELECT decider FROM orders.purchase_order WHERE id = '" + order + "'");
  }

  private static void arrivesAfterTheChange(RunningShop shop, String before)
      throws Failed, InterruptedException {
    if (!arrives(shop, before) && !isCancelled(shop, before)) {
      throw new Failed(
          new Failure(
              "An order that was placed before the change is delivered after it, by the shop that began it.",
              "The shop was killed, and started with shop.delivery=extracted: "
                  + state(shop, before)
                  + " after 15 s.",
              "monolith/src/main/java/com/gophershop/delivery",
              "The mode decides about new orders only. Leave delivery as it was: it finishes what bears its mark, in either mode.",
              shop.log()));
    }
  }

  private void isFollowed(RunningShop shop, String order) throws Failed, InterruptedException {
    if (!arrives(shop, order)) {
      throw new Failed(
          new Failure(
              "The shop follows the tracker: an order that bears the mark tracker is delivered in the shop as well.",
              "In the tracker its parcel is %s; in the shop %s after 15 s."
                  .formatted(new ShopClient(tracker.url()).parcelOf(order), state(shop, order)),
              TRACKING,
              "Listen to tracker.shipments, hand what the tracker decided to ShipmentUpdates.take, and switch the intake on in Messaging with @EnableInbound.",
              "The shop's log:\n" + shop.log() + "\nThe tracker's log:\n" + tracker.log()));
    }
  }

  private static void nothingOnTrialIsFollowed(RunningShop shop, String order)
      throws Failed, InterruptedException {
    if (isCancelled(shop, order)) {
      throw new Failed(
          new Failure(
              "A record in tracker.shipments whose decider is the shop changes nothing: it is what the tracker would have done.",
              "Such a record said CANCELLED of an order that the shop was shipping, and "
                  + state(shop, order)
                  + ".",
              TRACKING,
              "Leave out what the tracker does not decide: ShipmentState.decidedByTracker.",
              shop.log()));
    }
  }

  private static void shipsByItselfAgain(RunningShop shop) throws Failed, InterruptedException {
    String back = order(shop, Mode.IN_PROCESS);
    if (!arrives(shop, back)) {
      throw new Failed(
          new Failure(
              "On the way back the shop ships new orders itself again.",
              "With shop.delivery=in-process once more, " + state(shop, back) + " after 15 s.",
              "monolith/src/main/java/com/gophershop/delivery",
              "Leave delivery as it was: it works on what bears its mark, in either mode.",
              shop.log()));
    }
  }

  /** Looked at when the order is delivered, so whoever would have shipped it too has begun. */
  private void isShippedOnce(RunningShop shop, String order, Mode placed)
      throws Failed, InterruptedException {
    int here = count(shop, "delivery.shipment", order);
    int there = count(tracker, "tracker.shipment", order);
    boolean isRight = placed == Mode.IN_PROCESS ? here == 1 && there == 0 : here == 0 && there == 1;
    if (!isRight) {
      throw new Failed(
          new Failure(
              "Each order is shipped once, by the side whose mark it bears.",
              "An order with the mark %s has %s in delivery.shipment and %s in tracker.shipment."
                  .formatted(placed.decider(), rows(here), rows(there)),
              "monolith/src/main/java/com/gophershop/delivery/OrderEventListener.java",
              "Whoever hears of an order looks at the mark that it bears, and leaves it alone if it is another's.",
              shop.log()));
    }
    int invoices = new ShopClient(shop.url()).invoicesOf(order).size();
    if (invoices != 1) {
      throw new Failed(
          new Failure(
              "Each order has one invoice, whoever ships it.",
              "There are " + invoices + ".",
              null,
              "Billing hears of an order when it is placed. The change of who ships is none of its business.",
              shop.log()));
    }
  }

  private static boolean arrives(RunningShop shop, String order) throws InterruptedException {
    var client = new ShopClient(shop.url());
    return Patience.await(
        () -> {
          String status = client.statusOf(order);
          String parcel = client.parcelOf(order);
          if (status.equals("CANCELLED") || parcel.equals("CANCELLED")) {
            return NEVER;
          }
          return status.equals(DELIVERED) && parcel.equals(DELIVERED) ? TRUE : NOT_YET;
        });
  }

  private static boolean isCancelled(RunningShop shop, String order) throws InterruptedException {
    var client = new ShopClient(shop.url());
    return client.statusOf(order).equals("CANCELLED") || client.parcelOf(order).equals("CANCELLED");
  }

  private static String state(RunningShop shop, String order) throws InterruptedException {
    var client = new ShopClient(shop.url());
    return "the order says %s, and its parcel %s"
        .formatted(client.statusOf(order), client.parcelOf(order));
  }

  private static int count(RunningProgram program, String table, String order)
      throws InterruptedException {
    return Integer.parseInt(
        only(program, "SELECT COUNT(*) FROM %s WHERE order_id = '%s'".formatted(table, order)));
  }

  private static String only(RunningProgram program, String sql) throws InterruptedException {
    return program.asAdministrator(sql).get(0).get(0);
  }

  private static String rows(int count) {
    return count == 1 ? "a row" : count == 0 ? "none" : count + " rows";
  }

  @Override
  public void close() {
    tracker.close();
  }
}
