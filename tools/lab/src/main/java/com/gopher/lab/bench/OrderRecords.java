package com.gopher.lab.bench;

import com.gopher.launcher.console.CouldNotRun;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Orders for the tracker, written to the topic as the shop writes them. */
final class OrderRecords implements AutoCloseable {

  static final String TOPIC = "shop.orders";
  private static final int PARTITIONS = 6;

  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  OrderRecords(String broker) {
    Map<String, Object> connection = Map.of("bootstrap.servers", broker);
    admin = Admin.create(connection);
    producer = new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer());
  }

  /** Makes the topic if it is missing; whoever else would make it does not run yet. */
  void makeTopic() throws InterruptedException {
    try {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw unreachable(e);
      }
    }
  }

  /** Where the next record of each partition will lie. */
  Map<Integer, Long> ends() throws InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      asked.put(new TopicPartition(TOPIC, partition), OffsetSpec.latest());
    }
    try {
      Map<Integer, Long> ends = new HashMap<>();
      admin
          .listOffsets(asked)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw unreachable(e);
    }
  }

  /** Writes so many placed orders for the tracker, and returns when the broker has all. */
  void fill(int orders) {
    var failure = new AtomicReference<Exception>();
    for (int number = 0; number < orders; number++) {
      producer.send(
          placed(UUID.randomUUID()), (written, refused) -> failure.compareAndSet(null, refused));
    }
    producer.flush();
    if (failure.get() != null) {
      throw unreachable(failure.get());
    }
  }

  private static ProducerRecord<String, String> placed(UUID order) {
    var placed = new ProducerRecord<>(TOPIC, order.toString(), payload(order));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            order + ":1",
            "ce_type",
            "shop.order.placed",
            "ce_source",
            "/gopher-shop",
            "ce_time",
            "2026-11-22T10:15:30.125Z",
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> placed.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return placed;
  }

  /** Two lines, as the load's baskets have. */
  private static String payload(UUID order) {
    return """
        {"id":"%s","sequence":1,"decider":"tracker","status":"PLACED",\
        "customerId":"019aadf2-77c1-7aa0-b1de-52c9e8a04f11",\
        "lines":[{"sku":"GS-1001","title":"The Tunnel Architect","quantity":1,\
        "unitPrice":{"amount":"12.90","currency":"EUR"}},\
        {"sku":"GS-1002","title":"Burrowing for Beginners","quantity":2,\
        "unitPrice":{"amount":"9.50","currency":"EUR"}}],\
        "total":{"amount":"31.90","currency":"EUR"},\
        "placedAt":"2026-11-22T10:15:30.125Z","changedAt":"2026-11-22T10:15:30.125Z"}"""
        .formatted(order);
  }

  private static CouldNotRun unreachable(Exception e) {
    return new CouldNotRun(
        "The broker did not take the orders (" + e.getMessage() + "); no result was written.", e);
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
