package com.gopher.lab.bench;

import com.gopher.lab.topic.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Orders for the tracker, written to the topic as the shop writes them. */
final class WaitingOrders implements AutoCloseable {

  /** Two lines, as the load's baskets have. */
  private static final String PAYLOAD =
      """
      {"id":"%s","sequence":1,"decider":"tracker","status":"PLACED",\
      "customerId":"019aadf2-77c1-7aa0-b1de-52c9e8a04f11",\
      "lines":[{"sku":"GS-1001","title":"The Tunnel Architect","quantity":1,\
      "unitPrice":{"amount":"12.90","currency":"EUR"}},\
      {"sku":"GS-1002","title":"Burrowing for Beginners","quantity":2,\
      "unitPrice":{"amount":"9.50","currency":"EUR"}}],\
      "total":{"amount":"31.90","currency":"EUR"},\
      "placedAt":"2026-11-22T10:15:30.125Z","changedAt":"2026-11-22T10:15:30.125Z"}""";

  private final KafkaProducer<String, String> producer;

  WaitingOrders(String broker) {
    producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Writes so many placed orders for the tracker, and returns when the broker has all. */
  void fill(int orders) throws IOException {
    var failure = new AtomicReference<Exception>();
    for (int number = 0; number < orders; number++) {
      producer.send(
          placed(UUID.randomUUID().toString()),
          (written, refused) -> failure.compareAndSet(null, refused));
    }
    producer.flush();
    if (failure.get() != null) {
      throw new IOException("the broker did not take the orders", failure.get());
    }
  }

  private static ProducerRecord<String, String> placed(String order) {
    var placed = new ProducerRecord<>(TopicReader.ORDERS, order, PAYLOAD.formatted(order));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", order + ":1",
            "ce_type", "shop.order.placed",
            "ce_source", "/gopher-shop",
            "ce_time", "2026-11-22T10:15:30.125Z",
            "content-type", "application/json")
        .forEach(
            (name, value) -> placed.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return placed;
  }

  @Override
  public void close() {
    producer.close();
  }
}
