package com.gopher.course.check;

import com.gopher.lab.topic.TopicReader;
import com.gopher.lab.topic.TopicRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What the shop has announced on its topic, each record held against the contract. */
final class Announcements implements AutoCloseable {

  static final String TOPIC = "shop.orders";

  private static final String ANNOUNCEMENT =
      "monolith/src/main/java/com/gophershop/order/OrderAnnouncement.java";

  private final TopicReader topics;
  private List<TopicRecord> records = List.of();
  private List<Long> ends = List.of();
  private Optional<Failure> breach = Optional.empty();

  /**
   * @param kafka host and port of a broker that has the topic
   */
  Announcements(String kafka) {
    this.topics = new TopicReader(kafka);
  }

  /** The records that are about an order, one after the other as they were sent. */
  List<TopicRecord> of(String order) throws InterruptedException {
    look();
    List<TopicRecord> found =
        records.stream().filter(it -> order.equals(it.json().path("id").asString(""))).toList();
    judge(() -> sequencesRise(order, found));
    return found;
  }

  /** What is wrong with the topic, or with an order that was asked for: waiting mends nothing. */
  Optional<Failure> breach() {
    return breach;
  }

  /** Reads the topic anew if it has grown. */
  private void look() throws InterruptedException {
    try {
      List<Long> now = topics.ends(TOPIC);
      if (!now.equals(ends)) {
        records = topics.read(TOPIC);
        ends = now;
        judge(this::keepToTheContract);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Judgement {
    void run() throws Failed;
  }

  private void judge(Judgement judgement) {
    try {
      judgement.run();
    } catch (Failed e) {
      breach = breach.or(() -> Optional.of(e.failure()));
    }
  }

  private void keepToTheContract() throws Failed {
    for (TopicRecord record : records) {
      keepsToTheSchema(record);
      hasItsOrderAsKey(record);
    }
  }

  private static void keepsToTheSchema(TopicRecord record) throws Failed {
    List<String> violations = violations(record.payload());
    if (!violations.isEmpty()) {
      throw failed(
          "Each record on %s keeps to docs/contract/order-v1.schema.json.".formatted(TOPIC),
          "One does not: " + violations.get(0),
          "OrderPayload.of(order, changedAt) is what the contract wants, the sequence included;"
              + " write it as JSON.",
          record);
    }
  }

  private static List<String> violations(String payload) {
    try {
      return payload.isEmpty() ? List.of("it is empty") : PayloadSchema.ORDER.violations(payload);
    } catch (JacksonException e) {
      return List.of("it is no JSON");
    }
  }

  private static void hasItsOrderAsKey(TopicRecord record) throws Failed {
    String order = record.json().path("id").asString();
    if (!order.equals(record.key())) {
      throw failed(
          "The key of each record is the id of its order, and nothing else.",
          record.key() == null
              ? "A record of the order %s has no key.".formatted(order)
              : "A record of the order %s has the key %s.".formatted(order, record.key()),
          "Kafka keeps the order of records with the same key: give all records of one order the"
              + " same one.",
          record);
    }
  }

  /** A record may come again, but a new one is newer than all before it. */
  private static void sequencesRise(String order, List<TopicRecord> records) throws Failed {
    var known = new HashMap<Long, TopicRecord>();
    TopicRecord newest = null;
    for (TopicRecord record : records) {
      TopicRecord same = known.putIfAbsent(record.sequence(), record);
      if (same != null && !same.payload().equals(record.payload())) {
        throw failed(
            "Each change of an order has a sequence that no other of its changes has.",
            "The order %s was announced as %s and as %s, both with the sequence %s."
                .formatted(order, same.status(), record.status(), record.sequence()),
            "Take what rises with each change of an order, its version, and announce the order as"
                + " it is after the change.",
            record);
      }
      if (same == null && newest != null && record.sequence() < newest.sequence()) {
        throw failed(
            "The sequences of an order rise from record to record.",
            "The order %s is %s with the sequence %s, and after it %s with %s."
                .formatted(
                    order, newest.status(), newest.sequence(), record.status(), record.sequence()),
            "Store the announcement in the transaction that makes the change, while the order's row"
                + " is locked: the outbox keeps that order.",
            record);
      }
      if (newest == null || record.sequence() > newest.sequence()) {
        newest = record;
      }
    }
  }

  private static Failed failed(String expected, String found, String next, TopicRecord record) {
    return new Failed(
        new Failure(
            expected,
            found,
            ANNOUNCEMENT,
            next,
            "key:     %s\npayload: %s".formatted(record.key(), record.payload())));
  }

  @Override
  public void close() {
    topics.close();
  }
}
