package com.gopher.cli.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies in Kafka and has not been read by shop or tracker; looked at, and left alone. */
final class UnreadRecords {

  /** Each reader, by its consumer group, and what it reads of the other. */
  private static final Map<String, String> TOPICS =
      Map.of("gotracker", "shop.orders", "gopher-shop", "tracker.shipments");

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String kafka;
  private final Clock clock;

  /**
   * @param kafka HOST:PORT
   */
  UnreadRecords(String kafka, Clock clock) {
    this.kafka = kafka;
    this.clock = clock;
  }

  /**
   * For how long the oldest of them has lain there; zero if there is none.
   *
   * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
   */
  Duration oldest() {
    Instant oldest = clock.instant();
    for (Map.Entry<String, String> reader : TOPICS.entrySet()) {
      try (var consumer = consumer(reader.getKey())) {
        List<TopicPartition> partitions =
            consumer.partitionsFor(reader.getValue()).stream().map(UnreadRecords::of).toList();
        Map<TopicPartition, OffsetAndMetadata> read = consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        for (Map.Entry<TopicPartition, Long> end : consumer.endOffsets(partitions).entrySet()) {
          OffsetAndMetadata position = read.get(end.getKey());
          long next = Math.max(first.get(end.getKey()), position == null ? 0 : position.offset());
          if (next < end.getValue()) {
            Instant stored = storedAt(consumer, end.getKey(), next);
            oldest = stored.isBefore(oldest) ? stored : oldest;
          }
        }
      }
    }
    return Duration.between(oldest, clock.instant());
  }

  private Instant storedAt(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    for (ConsumerRecord<byte[], byte[]> waiting : consumer.poll(PATIENCE)) {
      return Instant.ofEpochMilli(waiting.timestamp());
    }
    return clock.instant();
  }

  /** Asks for the positions of a group without being one of it, and stores none. */
  private KafkaConsumer<byte[], byte[]> consumer(String group) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            1),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static TopicPartition of(PartitionInfo partition) {
    return new TopicPartition(partition.topic(), partition.partition());
  }
}
