package com.gotracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The shop's end of the road: sends orders, and reads what came back from the start. */
public final class Road implements AutoCloseable {

  private final String broker;
  private final KafkaProducer<byte[], byte[]> producer;

  public Road(String broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            // One request at a time: of several to a topic that was made just now, Kafka may take
            // the
            // second before the first and then refuses the first for ever (KAFKA-15591).
            Map.<String, Object>of(
                "bootstrap.servers",
                broker,
                "max.in.flight.requests.per.connection",
                1,
                // What is large and says little takes no room in a topic.
                "compression.type",
                "gzip",
                "max.request.size",
                16 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public void send(OrderRecord... orders) {
    sendAll(List.of(orders).stream().map(OrderRecord::toKafka).toList());
  }

  public void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<?>> sent = new ArrayList<>();
    records.forEach(it -> sent.add(producer.send(it)));
    try {
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean hasTopic(String topic) {
    try (var consumer = consumer()) {
      return !consumer.partitionsFor(topic).isEmpty();
    }
  }

  /** All records of a topic that were there when this was called. */
  public List<ConsumerRecord<byte[], byte[]>> readAll(String topic) {
    try (var consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      assertThat(partitions).as("the partitions of " + topic).isNotEmpty();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
      }
      return read;
    }
  }

  public List<ConsumerRecord<byte[], byte[]>> readAll(String topic, UUID key) {
    return readAll(topic).stream().filter(it -> key.toString().equals(text(it.key()))).toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.<String, Object>of("bootstrap.servers", broker),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  public static @Nullable String header(ConsumerRecord<byte[], byte[]> read, String name) {
    var header = read.headers().lastHeader(name);
    return header == null ? null : text(header.value());
  }

  public static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
