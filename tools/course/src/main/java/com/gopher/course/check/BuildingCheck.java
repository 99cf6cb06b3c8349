package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NEVER;
import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import com.gopher.lab.topic.TopicReader;
import com.gopher.lab.topic.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each order that the tracker decides about has one parcel in the right state, whatever way its
 * records took: twice, overtaken, behind one that nobody can read, the whole topic once more; and
 * each order of the shop is remembered.
 */
final class BuildingCheck implements Check {

  private static final String MESSAGING = "extracted-tracker/src/main/java/com/gotracker/messaging";
  private static final String DISPATCH =
      "extracted-tracker/src/main/java/com/gotracker/shipping/Dispatch.java";
  private static final String SHIPMENTS = TopicReader.SHIPMENTS;
  private static final String DEAD_LETTERS = TopicReader.deadLetters(OrderRecord.TOPIC);
  private static final String NEVER_SHIPS = "--shipping.preparing=1h";

  @Override
  public String subject() {
    return "what the tracker makes of the records of orders";
  }

  @Override
  public boolean reads(String path) {
    return path.startsWith(Program.TRACKER.main());
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    String kafka = subject.broker().emptiedForACity();
    Path data = subject.work().resolve("building");
    try (var orders = new OrderTopic(kafka);
        var topics = new TopicReader(kafka)) {
      var letters = new OrderLetters(orders.partitions());
      try (RunningTracker tracker = RunningTracker.start(subject, kafka, data, NEVER_SHIPS)) {
        orders.send(OrderLetters.kafka(letters.first()));
        eachHasAParcel(letters.first(), tracker);
        anOlderStateChangesNothing(letters, orders, tracker);
        tracker.kill();
      }
      orders.send(letters.whileItIsAway());
      orders.removeReaders();
      try (RunningTracker tracker = RunningTracker.start(subject, kafka, data, NEVER_SHIPS)) {
        poisonHoldsUpNobody(letters, tracker);
        poisonIsSetAside(letters, topics, tracker);
        onlyItsOwnOrdersHaveParcels(letters, tracker);
        theNewestStateCounts(letters, tracker, "after a restart");
        orders.send(letters.onceMore());
        eachHasAParcel(letters.last(), tracker);
        theNewestStateCounts(letters, tracker, "when the whole topic came once more");
        eachIsAnnouncedOnce(letters, topics, tracker);
        FollowedOrders.areRemembered(letters.followed(), tracker);
      }
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  private static void eachHasAParcel(List<OrderRecord> orders, RunningTracker tracker)
      throws Failed, InterruptedException {
    List<OrderRecord> without = withoutAParcelInTime(orders, tracker);
    if (!without.isEmpty()) {
      throw new Failed(
          new Failure(
              "An order in shop.orders that the tracker decides about gets a parcel.",
              "The order %s is in the topic, and the tracker knows no parcel of it within 15 s (asked with GET /api/tracking/...)."
                  .formatted(without.get(0).id()),
              MESSAGING,
              "Write a component there with a @KafkaListener for shop.orders that hands its batch to Inbound.take.",
              tracker.log()));
    }
  }

  private static void anOlderStateChangesNothing(
      OrderLetters letters, OrderTopic orders, RunningTracker tracker)
      throws Failed, InterruptedException {
    OrderRecord cancelled = letters.regretted().regretted();
    var client = new ShopClient(tracker.url());
    orders.send(OrderLetters.kafka(List.of(cancelled)));
    Patience.Question isCancelled =
        () -> client.parcelOf(cancelled.id().toString()).equals("CANCELLED") ? TRUE : NOT_YET;
    if (!Patience.await(isCancelled)) {
      throw new Failed(
          new Failure(
              "A newer state of an order is applied: the parcel of one that is CANCELLING is cancelled.",
              "It is " + client.parcelOf(cancelled.id().toString()) + " within 15 s.",
              DISPATCH,
              "Of two states the one with the higher sequence is newer. Whatever else you compare, such as times, comes from different clocks.",
              tracker.log()));
    }
    OrderRecord behind = OrderRecord.placed(cancelled.partition());
    orders.send(OrderLetters.kafka(List.of(letters.regretted(), behind)));
    eachHasAParcel(List.of(behind), tracker);
    theNewestIsKnown(cancelled, tracker, "when an older one came again");
  }

  private static void poisonHoldsUpNobody(OrderLetters letters, RunningTracker tracker)
      throws Failed, InterruptedException {
    List<OrderRecord> without = withoutAParcelInTime(letters.behindThePoison(), tracker);
    if (!without.isEmpty()) {
      throw new Failed(
          new Failure(
              "A record that nobody can read holds up no other: the orders behind it get their parcels.",
              "In %s of the topic's %s partitions an order behind such a record has no parcel within 15 s."
                  .formatted(without.size(), letters.behindThePoison().size()),
              MESSAGING,
              "Let what reads a record throw UnreadableRecordException: Inbound.take sets that record aside and goes on with the others.",
              tracker.log()));
    }
  }

  private static void poisonIsSetAside(
      OrderLetters letters, TopicReader topics, RunningTracker tracker)
      throws Failed, InterruptedException {
    Set<String> poison =
        letters.poison().stream().map(it -> text(it.value())).collect(Collectors.toSet());
    Patience.Question isSetAside = () -> setAside(topics).containsAll(poison) ? TRUE : NOT_YET;
    if (!Patience.await(isSetAside)) {
      var missing = new TreeSet<>(poison);
      missing.removeAll(setAside(topics));
      throw new Failed(
          new Failure(
              "A record that nobody can read is set aside in %s, unchanged."
                  .formatted(DEAD_LETTERS),
              "This one is not there within 15 s: " + missing.first(),
              MESSAGING,
              "What is caught and only logged is lost. Hand the batch to Inbound.take, and let the OrderReader's exception pass.",
              tracker.log()));
    }
    var good = new TreeSet<>(setAside(topics));
    good.removeAll(poison);
    if (!good.isEmpty()) {
      throw new Failed(
          new Failure(
              "Only what nobody can read is set aside.",
              "This record keeps to the contract, and is in %s: %s"
                  .formatted(DEAD_LETTERS, good.first()),
              MESSAGING,
              "Throw UnreadableRecordException only for a record that breaks the contract.",
              tracker.log()));
    }
  }

  private static Set<String> setAside(TopicReader topics) {
    return topics.read(DEAD_LETTERS).stream().map(TopicRecord::payload).collect(Collectors.toSet());
  }

  private static void onlyItsOwnOrdersHaveParcels(OrderLetters letters, RunningTracker tracker)
      throws Failed, InterruptedException {
    String order = letters.shops().id().toString();
    List<List<String>> parcel =
        tracker.asAdministrator(
            "SELECT status FROM tracker.shipment WHERE order_id = '%s'".formatted(order));
    if (!parcel.isEmpty()) {
      throw new Failed(
          new Failure(
              "An order whose decider is the shop gets no parcel from the tracker.",
              "The order %s is the shop's, and its parcel is %s."
                  .formatted(order, parcel.get(0).get(0)),
              MESSAGING,
              "Hand each order to AnnouncedOrders.take with its decider, OrderState.decidedByTracker: it only remembers those of the shop.",
              tracker.log()));
    }
  }

  private static void theNewestStateCounts(
      OrderLetters letters, RunningTracker tracker, String when)
      throws Failed, InterruptedException {
    var client = new ShopClient(tracker.url());
    for (OrderRecord cancelled : letters.cancelled()) {
      String parcel = client.parcelOf(cancelled.id().toString());
      if (!parcel.equals("CANCELLED")) {
        throw new Failed(
            new Failure(
                "Of several states of an order the one with the highest sequence counts.",
                "An order that its customer cancelled (sequence 2) has a parcel that is %s, %s: an older state was taken for the newest.%s"
                    .formatted(parcel, when, remark(cancelled, letters)),
                DISPATCH,
                "Compare sequences, of the records in one batch too: neither the last one nor the one with the latest time is the newest.",
                tracker.log()));
      }
      theNewestIsKnown(cancelled, tracker, when);
    }
  }

  private static String remark(OrderRecord cancelled, OrderLetters letters) {
    return cancelled.id().equals(letters.lateClock().id())
        ? " The newer one bears an earlier time."
        : "";
  }

  private static void theNewestIsKnown(OrderRecord newest, RunningTracker tracker, String when)
      throws Failed, InterruptedException {
    String known =
        tracker
            .asAdministrator(
                "SELECT order_sequence FROM tracker.shipment WHERE order_id = '%s'"
                    .formatted(newest.id()))
            .get(0)
            .get(0);
    if (!known.equals(String.valueOf(newest.sequence()))) {
      throw new Failed(
          new Failure(
              "A state of an order is applied only if it is newer than the one that is known.",
              "The state with sequence %s was known; %s, the row in tracker.shipment says %s."
                  .formatted(newest.sequence(), when, known),
              DISPATCH,
              "Compare the update's sequence with that of the stored shipment. What a process remembers is gone after a restart; the row is not.",
              tracker.log()));
    }
  }

  private static void eachIsAnnouncedOnce(
      OrderLetters letters, TopicReader topics, RunningTracker tracker)
      throws Failed, InterruptedException {
    Set<String> expected =
        Stream.concat(letters.prepared().stream(), letters.last().stream())
            .map(it -> it.id().toString())
            .collect(Collectors.toSet());
    Patience.Question areAnnounced =
        () -> {
          List<String> announced = announced(topics, expected);
          return Set.copyOf(announced).size() < announced.size()
              ? NEVER
              : announced.size() == expected.size() ? TRUE : NOT_YET;
        };
    if (!Patience.await(areAnnounced)) {
      int announced = announced(topics, expected).size();
      throw new Failed(
          new Failure(
              "Each parcel that is being prepared is announced once in %s.".formatted(SHIPMENTS),
              "There are %s orders, and %s announcements of their parcels."
                  .formatted(expected.size(), announced),
              DISPATCH,
              "What was applied before changes nothing and announces nothing.",
              tracker.log()));
    }
  }

  /** The orders, as often as their parcels were announced. */
  private static List<String> announced(TopicReader topics, Set<String> orders) {
    return topics.read(SHIPMENTS).stream().map(TopicRecord::key).filter(orders::contains).toList();
  }

  private static List<OrderRecord> withoutAParcelInTime(
      List<OrderRecord> orders, RunningTracker tracker) throws InterruptedException {
    Patience.await(() -> withoutAParcel(orders, tracker).isEmpty() ? TRUE : NOT_YET);
    return withoutAParcel(orders, tracker);
  }

  private static List<OrderRecord> withoutAParcel(List<OrderRecord> orders, RunningTracker tracker)
      throws InterruptedException {
    var client = new ShopClient(tracker.url());
    var without = new ArrayList<OrderRecord>();
    for (OrderRecord order : orders) {
      if (client.parcelOf(order.id().toString()).equals(ShopClient.UNKNOWN)) {
        without.add(order);
      }
    }
    return without;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
