package com.gopher.course.check;

import static com.gopher.course.check.Patience.Look.NEVER;
import static com.gopher.course.check.Patience.Look.NOT_YET;
import static com.gopher.course.check.Patience.Look.TRUE;

import com.gopher.lab.topic.TopicRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Every change of an order is announced as the contract says, and none is lost: neither while Kafka
 * is away, nor when the shop is killed before it could send.
 */
final class ContractCheck implements Check {

  private static final String NOBODY_ANSWERS = "127.0.0.1:1";
  private static final String ORDERS =
      "monolith/src/main/java/com/gophershop/order/OrderManagement.java";

  private static final String ANNOUNCEMENT =
      "monolith/src/main/java/com/gophershop/order/OrderAnnouncement.java";

  private static final Set<String> ENDS = Set.of("CANCELLED", "DELIVERED");

  /** What does not change while an order lives, as the API and the contract call it. */
  private static final List<String> WHOLE =
      List.of("/customerId", "/total", "/lines/0/sku", "/lines/0/quantity", "/lines/0/unitPrice");

  /**
   * An order that no Kafka has heard of.
   *
   * @param placed what the shop answered
   * @param isCancelling false if its parcel left before
   */
  private record Unsent(ShopClient.Answer placed, boolean isCancelling) {}

  @Override
  public String subject() {
    return "what the shop announces, also after it was killed without Kafka";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    Path data = subject.work().resolve("contract");
    try {
      Unsent unsent = orderLeftByAPowerFailureWithoutKafka(subject, data);
      String kafka = subject.broker().emptied(Announcements.TOPIC);
      try (RunningShop shop = start(subject, data, kafka);
          var topic = new Announcements(kafka)) {
        try {
          judge(shop, topic, unsent);
          return Optional.empty();
        } catch (Failed e) {
          return Optional.of(e.failure().withLog(shop.log()));
        }
      }
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  /** Placed and cancelled. Judged later: first it must be known that anything is announced. */
  private static Unsent orderLeftByAPowerFailureWithoutKafka(Subject subject, Path data)
      throws Failed, InterruptedException {
    try (RunningShop shop = start(subject, data, NOBODY_ANSWERS)) {
      var client = new ShopClient(shop.url());
      ShopClient.Answer answer = client.place(client.register("Ada Gopher"));
      boolean isCancelling = client.cancel(answer.body().at("/id").asString()).status() == 202;
      shop.kill();
      return new Unsent(answer, isCancelling);
    }
  }

  private static RunningShop start(Subject subject, Path data, String kafka)
      throws Failed, InterruptedException {
    // A killed shop's lease on the outbox runs out before anybody becomes impatient.
    return RunningShop.start(
        subject, data, "--spring.kafka.bootstrap-servers=" + kafka, "--outbox.lease=1500ms");
  }

  private static void judge(RunningShop shop, Announcements topic, Unsent unsent)
      throws Failed, InterruptedException {
    var client = new ShopClient(shop.url());
    String customer = client.register("Grace Mole");
    String order = client.order(customer);
    isAnnounced(topic, order);
    wasAccepted(unsent.placed());
    String cancelled = unsent.placed().body().at("/id").asString();
    wasNotLost(topic, cancelled);
    isAnnouncedAtEachChange(client, topic, order, List.of("PLACED"));
    isAnnouncedAtEachChange(
        client,
        topic,
        cancelled,
        unsent.isCancelling() ? List.of("PLACED", "CANCELLING") : List.of("PLACED"));
    isWhole(client, topic, order);
  }

  private static void isAnnounced(Announcements topic, String order)
      throws Failed, InterruptedException {
    if (!becomesTrue(topic, () -> !topic.of(order).isEmpty())) {
      throw new Failed(
          new Failure(
              "An order that is placed is announced on the topic " + Announcements.TOPIC + ".",
              "Within 15 s there is no record of it.",
              ORDERS,
              "Three things make a record: an event that is published with the change, a bean that"
                  + " makes a record of the event, and the outbox, switched on in Messaging.",
              ""));
    }
  }

  /**
   * @param statuses those that no order of its kind can skip, but for the last one
   */
  private static void isAnnouncedAtEachChange(
      ShopClient client, Announcements topic, String order, List<String> statuses)
      throws Failed, InterruptedException {
    // After a power failure a parcel may be shipped before its cancellation comes.
    if (!becomesTrue(topic, () -> ENDS.contains(client.statusOf(order)))) {
      throw new Failed(
          new Failure(
              "An order comes to its end while Kafka is there.",
              "It says " + client.statusOf(order) + ".",
              null,
              "The last lines of your shop's log are below.",
              ""));
    }
    String end = client.statusOf(order);
    var expected = new ArrayList<>(statuses);
    expected.add(end);
    if (!becomesTrue(topic, () -> statusesOf(topic, order).containsAll(expected))) {
      throw new Failed(
          new Failure(
              "Each change of an order is announced, with the order as it is after the change.",
              "The order was %s, and of it the topic has %s."
                  .formatted(
                      String.join(", ", expected), String.join(", ", statusesOf(topic, order))),
              ORDERS,
              "An order changes where it is entered, where its cancellation is requested, and where it follows its shipment. Publish in all three, with the changed order.",
              ""));
    }
  }

  private static List<String> statusesOf(Announcements topic, String order)
      throws InterruptedException {
    return topic.of(order).stream().map(TopicRecord::status).distinct().toList();
  }

  private static void isWhole(ShopClient client, Announcements topic, String order)
      throws Failed, InterruptedException {
    JsonNode shown = client.orderOf(order);
    for (TopicRecord record : topic.of(order)) {
      for (String part : WHOLE) {
        JsonNode announced = record.json().at(part);
        if (!announced.equals(shown.at(part))) {
          throw new Failed(
              new Failure(
                  "Each record has the whole order, whatever it was sent for.",
                  "Of an order with %s %s, the record that says %s has %s."
                      .formatted(part, shown.at(part), record.status(), announced),
                  ANNOUNCEMENT,
                  "A reader may have missed all records before: give it the order's customer, lines"
                      + " and total each time.",
                  record.payload()));
        }
      }
    }
  }

  private static void wasAccepted(ShopClient.Answer unsent) throws Failed {
    if (unsent.status() != 201) {
      throw new Failed(
          new Failure(
              "While Kafka is away, orders are accepted.",
              unsent.status() == 0
                  ? "The order was not answered."
                  : "The order was refused with " + unsent.status() + ".",
              ORDERS,
              "Nobody who orders waits for Kafka: store the record with the order, and let somebody"
                  + " else send it.",
              unsent.text()));
    }
  }

  private static void wasNotLost(Announcements topic, String order)
      throws Failed, InterruptedException {
    if (!becomesTrue(topic, () -> statusesOf(topic, order).contains("PLACED"))) {
      throw new Failed(
          new Failure(
              "An order that was accepted is announced, also if the shop is killed before it can"
                  + " send.",
              "The shop was killed while Kafka was away, and both are back: no record says within"
                  + " 15 s that the order was placed.",
              ORDERS,
              "What is still to be sent must be stored with the order, in its transaction, and be"
                  + " sent from there: that is what the outbox does.",
              ""));
    }
  }

  /** Something about the shop or its topic that may take a moment. */
  private interface Wish {
    boolean isTrue() throws InterruptedException;
  }

  /**
   * @throws Failed if a record breaks the contract: then nothing needs to be waited for
   */
  private static boolean becomesTrue(Announcements topic, Wish wish)
      throws Failed, InterruptedException {
    boolean isTrue =
        Patience.await(
            () -> {
              boolean now = wish.isTrue();
              return topic.breach().isPresent() ? NEVER : now ? TRUE : NOT_YET;
            });
    if (topic.breach().isPresent()) {
      throw new Failed(topic.breach().get());
    }
    return isTrue;
  }
}
