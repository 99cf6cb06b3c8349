package com.gopher.lab.faults;

import com.gopher.lab.system.Waiting;
import com.gopher.lab.topic.TopicReader;
import com.gopher.lab.topic.TopicRecord;
import com.gopher.lab.topic.TopicRecord.Content;
import com.gopher.launcher.shape.City;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What lies in the topics is read again, out of order, unreadable, or sent twice. */
final class TopicFaults {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROUNDS_OF_POISON = 4;

  /** More than the topics of dead letters are made for. */
  private static final int TOO_LARGE = 5 << 20;

  /** An id goes where {@code %s} is. */
  private static final List<String> BROKEN =
      List.of(
          "{\"id\":\"%s\",\"sequence\":",
          "{\"id\":\"%s\",\"orderId\":\"%s\",\"sequence\":1,\"status\":\"PLACED\"}",
          "[\"%s\"]",
          "no JSON at all, %s");

  private TopicFaults() {}

  static List<Fault> all() {
    // Some records make a batch, so that old states are met one by one.
    CityConfig smallBatches =
        CityConfig.plain().with("SPRING_KAFKA_CONSUMER_MAX_POLL_RECORDS", "10");
    CityConfig two = CityConfig.plain().trackers(2);
    return List.of(
        Fault.of("whole-topic-replayed", smallBatches, TopicFaults::replay)
            .controlledIn(
                smallBatches.harming(City.TRACKER, "no-sequence-check"),
                "the tracker's memory of what it has applied",
                Violation.Kind.DUPLICATED),
        Fault.of(
            "out-of-order",
            CityConfig.plain()
                .harming(City.SHOP, "skip-locked-relays")
                .harming(City.TRACKER, "skip-locked-relays")
                .outOfOrder(),
            TopicFaults::sendOutOfOrder),
        Fault.of("poison-among-good", CityConfig.plain(), TopicFaults::poison)
            .controlledIn(
                CityConfig.plain()
                    .harming(City.SHOP, "no-dead-letters")
                    .harming(City.TRACKER, "no-dead-letters"),
                "the dead letters",
                Violation.Kind.LOST),
        Fault.of("oversized-letter", CityConfig.plain(), TopicFaults::poisonTooLarge)
            .controlledIn(
                CityConfig.plain()
                    .harming(City.SHOP, "whole-letters-only")
                    .harming(City.TRACKER, "whole-letters-only"),
                "the letter without its value",
                Violation.Kind.LOST),
        Fault.of(
                "two-relays-at-once",
                two.harming(City.TRACKER, "no-lease"),
                TopicFaults::relayTogether)
            .controlledIn(
                two.harming(City.TRACKER, "skip-locked-relays"),
                "the relay, with some that claim rows by SKIP LOCKED",
                Violation.Kind.DISORDERED));
  }

  private static FaultResult replay(CityUnderTest city) throws Exception {
    city.end(City.TRACKER);
    city.end(City.SHOP);
    long orders = rewound(city, TopicReader.TRACKERS, TopicReader.ORDERS);
    long shipments = rewound(city, TopicReader.SHOP, TopicReader.SHIPMENTS);
    Instant relieved = Instant.now();
    city.bringUp();
    return new FaultResult(
        relieved,
        seen ->
            FaultResult.proof(
                orders > 0
                    && shipments > 0
                    && city.topics().settled(TopicReader.TRACKERS, TopicReader.ORDERS) > 0
                    && city.topics().settled(TopicReader.SHOP, TopicReader.SHIPMENTS) > 0,
                "%s orders and %s shipments read again",
                orders,
                shipments));
  }

  /**
   * Returns how many records were set back; Kafka refuses while it believes that somebody reads.
   */
  private static long rewound(CityUnderTest city, String group, String topic)
      throws InterruptedException {
    var settled = new AtomicLong();
    Waiting.until(
        PATIENCE,
        () -> {
          settled.set(city.topics().rewind(group, topic));
          return true;
        });
    return settled.get();
  }

  /** Shop and tracker send, all the time, what belongs to one order in any order. */
  private static FaultResult sendOutOfOrder(CityUnderTest city) throws InterruptedException {
    city.pause(city.between(4_000, 6_000));
    return FaultResult.now(
        seen -> {
          long orders = Observed.overtaken(seen.ordersTopic());
          long shipments = Observed.overtaken(seen.shipmentsTopic());
          return FaultResult.proof(
              orders + shipments > 0,
              "%s records of orders and %s of shipments came too late",
              orders,
              shipments);
        });
  }

  private static FaultResult poison(CityUnderTest city) throws Exception {
    for (int round = 0; round < ROUNDS_OF_POISON; round++) {
      city.poison(TopicReader.ORDERS, poisonFrom(city));
      city.poison(TopicReader.SHIPMENTS, poisonFrom(city));
      city.pause(city.between(200, 700));
    }
    return poisonOfBothTopics("poisoned records");
  }

  /** Little as it is compressed, and more than a dead letter may be when it is read. */
  private static FaultResult poisonTooLarge(CityUnderTest city) throws Exception {
    for (String topic : List.of(TopicReader.ORDERS, TopicReader.SHIPMENTS)) {
      String id = new UUID(city.random().nextLong(), city.random().nextLong()).toString();
      city.poison(topic, List.of(new Content(id, "x".repeat(TOO_LARGE))));
      city.pause(city.between(200, 700));
    }
    return poisonOfBothTopics("records of %s bytes".formatted(TOO_LARGE));
  }

  private static FaultResult poisonOfBothTopics(String what) {
    return FaultResult.now(
        seen -> {
          long orders = among(seen.ordersTopic(), seen.poison());
          long shipments = among(seen.shipmentsTopic(), seen.poison());
          return FaultResult.proof(
              orders > 0 && shipments > 0,
              "%s %s before good ones of orders, %s before good ones of shipments",
              orders,
              what,
              shipments);
        });
  }

  private static List<Content> poisonFrom(CityUnderTest city) {
    var poison = new ArrayList<Content>();
    for (String broken : BROKEN) {
      String id = new UUID(city.random().nextLong(), city.random().nextLong()).toString();
      poison.add(new Content(id, broken.replace("%s", id)));
    }
    poison.add(new Content("no-id-" + city.random().nextLong(), ""));
    poison.add(new Content(null, "without a key " + city.random().nextLong()));
    return poison;
  }

  private static long among(List<TopicRecord> topic, Set<Content> poison) {
    return topic.stream()
        .filter(found -> poison.contains(found.content()))
        .filter(found -> topic.stream().anyMatch(other -> isGoodAfter(found, other)))
        .count();
  }

  private static boolean isGoodAfter(TopicRecord poisoned, TopicRecord other) {
    return other.partition() == poisoned.partition()
        && other.offset() > poisoned.offset()
        && other.sequence() > 0;
  }

  /** Two trackers empty one outbox at the same time. */
  private static FaultResult relayTogether(CityUnderTest city) throws InterruptedException {
    city.pause(city.between(4_000, 6_000));
    return FaultResult.now(
        seen -> {
          long relays = city.traps().marks("relay-");
          return FaultResult.proof(
              relays >= 2,
              "%s relays at work, %s records sent again",
              relays,
              Observed.repeats(seen.shipmentsTopic()));
        });
  }
}
