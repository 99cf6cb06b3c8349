package com.gopher.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads the application's own topic from where its database has read it to its end. Usually that is
 * what was announced since the last start, and nothing of it is new.
 */
final class ReadBack {

  private static final Logger LOG = LoggerFactory.getLogger(ReadBack.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BATCH = "500";

  private final ConsumerFactory<?, ?> consumers;
  private final Positions positions;

  ReadBack(ConsumerFactory<?, ?> consumers, Positions positions) {
    this.consumers = consumers;
    this.positions = positions;
  }

  /**
   * Returns when the end is reached that the topic had when this was called.
   *
   * @throws TimeoutException if Kafka stops answering; what was read by then is taken back
   */
  void of(OwnRecords own, KnownTopic topic) throws TimeoutException {
    var settings = new Properties();
    settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    try (Consumer<byte[], byte[]> consumer = consumer(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(own.topic()).stream()
              .map(it -> new TopicPartition(own.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      Map<Integer, Long> known = positions.stored(topic);
      for (TopicPartition partition : partitions) {
        Long next = known.get(partition.partition());
        if (next == null) {
          consumer.seekToBeginning(List.of(partition));
        } else {
          consumer.seek(partition, next);
        }
      }
      int takenBack = readToTheEnd(consumer, own);
      if (takenBack > 0) {
        LOG.warn(
            "Taken back from {}, which knew more than the database: {} records",
            own.topic(),
            takenBack);
      }
    }
  }

  private int readToTheEnd(Consumer<byte[], byte[]> consumer, OwnRecords own)
      throws TimeoutException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    int takenBack = 0;
    long patientUntil = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
      List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
      consumer.poll(POLL).forEach(batch::add);
      if (!batch.isEmpty()) {
        // Two transactions, because the state may be another module's; the second may be late.
        takenBack += own.takeBack(batch);
        positions.settle(batch, () -> 0);
        patientUntil = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > patientUntil) {
        throw new TimeoutException("The end of " + own.topic() + " is not reached");
      }
    }
    return takenBack;
  }

  /** The bytes are read as the listeners read them. */
  @SuppressWarnings("unchecked")
  private Consumer<byte[], byte[]> consumer(Properties settings) {
    return (Consumer<byte[], byte[]>) consumers.createConsumer(null, "read-back", null, settings);
  }
}
