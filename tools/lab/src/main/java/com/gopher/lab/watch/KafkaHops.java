package com.gopher.lab.watch;

import com.gopher.lab.topic.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks in Kafka for the records of one order: a relay stamps them when it sends them out of an
 * outbox. It reads without a consumer group, so nobody's place in the topics changes.
 */
final class KafkaHops {

  private static final int PATIENCE_MILLIS = 3_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final long PAUSE_MILLIS = 500;

  private final String address;
  private final FollowedOrder order;

  KafkaHops(String address, FollowedOrder order) {
    this.address = address;
    this.order = order;
  }

  /** Returns when both are found, or the order is followed no longer; a dead Kafka is awaited. */
  void find() {
    while (order.isFollowed() && !isDone()) {
      try {
        read();
      } catch (KafkaException away) {
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private boolean isDone() {
    return order.has(Step.ANNOUNCED) && order.has(Step.RETURNED);
  }

  private void read() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      seek(consumer, order.begin());
      while (order.isFollowed() && !isDone()) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::note);
      }
    }
  }

  /**
   * Goes to the first record since then. Where a partition ends is asked before who has sent since:
   * a record that comes between the two questions lies behind the place from which it is read.
   */
  static void seek(Consumer<String, byte[]> consumer, Instant since) {
    List<TopicPartition> partitions =
        Stream.of(TopicReader.ORDERS, TopicReader.SHIPMENTS)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(it -> it, it -> since.toEpochMilli())));
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first = found.get(partition);
      consumer.seek(partition, first == null ? ends.get(partition) : first.offset());
    }
  }

  private void note(ConsumerRecord<String, byte[]> found) {
    if (Objects.equals(found.key(), order.id())) {
      order.reached(
          found.topic().equals(TopicReader.ORDERS) ? Step.ANNOUNCED : Step.RETURNED,
          Instant.ofEpochMilli(found.timestamp()));
    }
  }
}
