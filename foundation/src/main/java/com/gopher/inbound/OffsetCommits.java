package com.gopher.inbound;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Tells Kafka how far a reader has come: twice a second, and when it gives partitions away, instead
 * of after each batch, because a commit costs reader and broker as much as a record does.
 *
 * <p>No record depends on it: where reading goes on is stored with the state ({@link Positions}).
 * What Kafka knows tells others how far the reader is. A reader that died reads what it had not
 * told yet once more, as it does whatever it had not acknowledged.
 *
 * <p>A consumer has one thread, and on that all of this is called.
 */
final class OffsetCommits {

  static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(OffsetCommits.class);

  /** A broker that is away must not keep an application from stopping. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final ThreadLocal<Reader> readers = new ThreadLocal<>();

  /** The consumer of this thread has got partitions. */
  void begin(Consumer<?, ?> consumer) {
    Reader reader = readers.get();
    if (reader == null || reader.consumer != consumer) {
      readers.set(new Reader(consumer));
    }
  }

  /** All of the batch is settled, and its position is stored. */
  void settled(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    Reader reader = readers.get();
    if (reader == null) {
      acknowledgment.acknowledge();
      return;
    }
    reader.note(batch);
    if (System.nanoTime() - reader.told >= INTERVAL.toNanos()) {
      reader.tell();
    }
  }

  /** Published by a container on its consumer's thread when nothing has come for a while. */
  @EventListener
  void on(ListenerContainerIdleEvent nothingToRead) {
    Reader reader = readers.get();
    if (reader != null) {
      reader.tell();
    }
  }

  /** Another one reads these from now on, or nobody. */
  void end(Collection<TopicPartition> partitions) {
    Reader reader = readers.get();
    if (reader != null) {
      reader.tellForTheLastTime(partitions);
    }
  }

  /** Another one has these already. */
  void lost(Collection<TopicPartition> partitions) {
    Reader reader = readers.get();
    if (reader != null) {
      reader.settled.keySet().removeAll(partitions);
    }
  }

  /** One consumer, and what it has settled of the partitions that it has. */
  private static final class Reader {

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> settled = new HashMap<>();
    private volatile boolean changed;
    private volatile long told = System.nanoTime();

    Reader(Consumer<?, ?> consumer) {
      this.consumer = consumer;
    }

    void note(List<ConsumerRecord<byte[], byte[]>> batch) {
      for (ConsumerRecord<byte[], byte[]> each : batch) {
        settled.put(
            new TopicPartition(each.topic(), each.partition()),
            new OffsetAndMetadata(each.offset() + 1));
        changed = true;
      }
    }

    void tell() {
      if (changed && !settled.isEmpty()) {
        changed = false;
        told = System.nanoTime();
        consumer.commitAsync(Map.copyOf(settled), this::taken);
      }
    }

    /** What Kafka did not take is told again. */
    private void taken(
        Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
      if (failure != null) {
        changed = true;
      }
    }

    void tellForTheLastTime(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>(settled);
      last.keySet().retainAll(partitions);
      settled.keySet().removeAll(partitions);
      if (last.isEmpty()) {
        return;
      }
      try {
        try {
          consumer.commitSync(last, FAREWELL);
        } catch (WakeupException stopping) {
          consumer.commitSync(last, FAREWELL);
        }
      } catch (KafkaException e) {
        LOG.debug("Kafka was not told how far {} are read", partitions, e);
      }
    }
  }
}
