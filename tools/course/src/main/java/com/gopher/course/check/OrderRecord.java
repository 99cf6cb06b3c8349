package com.gopher.course.check;

import com.gopher.lab.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record of {@code shop.orders}, as the contract describes it.
 *
 * @param partition all records of an order go to the same one
 */
record OrderRecord(
    int partition, UUID id, long sequence, String decider, String status, Instant changedAt) {

  static final String TOPIC = TopicReader.ORDERS;

  private static final Instant PLACED_AT = Instant.parse("2026-11-22T10:15:30.125Z");

  /** An order that nobody knows yet, and whose parcel the tracker decides about. */
  static OrderRecord placed(int partition) {
    return new OrderRecord(partition, UUID.randomUUID(), 1, "tracker", "PLACED", PLACED_AT);
  }

  OrderRecord decidedByTheShop() {
    return new OrderRecord(partition, id, sequence, "shop", status, changedAt);
  }

  /** Its next state, that the customer wants it cancelled. */
  OrderRecord regretted() {
    return new OrderRecord(
        partition, id, sequence + 1, decider, "CANCELLING", changedAt.plusSeconds(60));
  }

  /** Its last state, as a backfill tells it: nobody has heard of those before. */
  OrderRecord delivered() {
    return new OrderRecord(
        partition, id, sequence + 2, decider, "DELIVERED", changedAt.plusSeconds(120));
  }

  /** The same state, of a shop whose clock is an hour behind. */
  OrderRecord byALateClock() {
    return new OrderRecord(partition, id, sequence, decider, status, changedAt.minusSeconds(3600));
  }

  String json() {
    return String.format(
        Locale.ROOT,
        """
        {"id":"%s","sequence":%d,"decider":"%s","status":"%s",\
        "customerId":"019aadf2-77c1-7aa0-b1de-52c9e8a04f11",\
        "lines":[{"sku":"GS-1001","title":"The Tunnel Architect","quantity":2,\
        "unitPrice":{"amount":"12.90","currency":"EUR"}}],\
        "total":{"amount":"25.80","currency":"EUR"},"placedAt":"%s","changedAt":"%s"}\
        """,
        id,
        sequence,
        decider,
        status,
        PLACED_AT,
        changedAt);
  }

  ProducerRecord<byte[], byte[]> toKafka() {
    var letter = new ProducerRecord<>(TOPIC, partition, utf8(id.toString()), utf8(json()));
    header(letter, "ce_specversion", "1.0");
    header(letter, "ce_id", id + ":" + sequence);
    header(letter, "ce_type", "shop.order." + status.toLowerCase(Locale.ROOT));
    header(letter, "ce_source", "/gopher-shop");
    header(letter, "ce_time", changedAt.toString());
    return letter;
  }

  private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add(name, utf8(value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
