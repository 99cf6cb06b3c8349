package com.gopher.inbound;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How far the topics are read, stored in the transaction of the state that was made of them: a
 * database that is new, or was restored from a copy, goes on reading where its state ends and not
 * where Kafka remembers that an earlier one had come to.
 *
 * <p>An offset that somebody has set back in Kafka is obeyed: records are read again, which does no
 * harm. One that lies ahead of the state is not.
 */
final class Positions implements ConsumerAwareRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
  private static final long PAUSE_MILLIS = 500;

  private final InboundTables tables;
  private final TransactionOperations transaction;
  private final OffsetCommits commits;
  private volatile Map<String, KnownTopic> topics = Map.of();
  private volatile boolean ended;

  /**
   * @param transaction may write to the tables
   */
  Positions(InboundTables tables, TransactionOperations transaction, OffsetCommits commits) {
    this.tables = tables;
    this.transaction = transaction;
    this.commits = commits;
  }

  /** Which topics are meant from now on; to be said before they are read. */
  void of(Map<String, KnownTopic> present) {
    topics = Map.copyOf(present);
  }

  /** Gives up waiting for the database: the application is stopping. */
  void end() {
    ended = true;
  }

  /** Does the work and notes that these records are done with, all of it or nothing. */
  int settle(List<ConsumerRecord<byte[], byte[]>> records, IntSupplier work) {
    Integer settled =
        transaction.execute(
            status -> {
              int result = work.getAsInt();
              advance(records);
              return result;
            });
    return settled == null ? 0 : settled;
  }

  private void advance(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Long> next = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> one : records) {
      next.merge(new TopicPartition(one.topic(), one.partition()), one.offset() + 1, Math::max);
    }
    next.forEach(
        (partition, offset) -> {
          KnownTopic topic = topics.get(partition.topic());
          if (topic != null) {
            tables.advance(topic.topicId(), partition.partition(), offset);
          }
        });
  }

  @Override
  public void onPartitionsRevokedBeforeCommit(
      Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
    commits.end(revoked);
  }

  @Override
  public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
    commits.lost(lost);
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
    commits.begin(consumer);
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned));
    for (TopicPartition partition : assigned) {
      KnownTopic topic = topics.get(partition.topic());
      if (topic == null) {
        continue;
      }
      Long stored = stored(topic).get(partition.partition());
      OffsetAndMetadata inKafka = committed.get(partition);
      if (stored == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, inKafka == null ? stored : Math.min(stored, inKafka.offset()));
      }
    }
  }

  /**
   * Where reading goes on, by partition; one never read is missing. Waits for the database: to
   * begin anywhere else would skip records or read all of them.
   */
  Map<Integer, Long> stored(KnownTopic topic) {
    boolean logged = false;
    while (true) {
      try {
        Map<Integer, Long> positions =
            transaction.execute(status -> tables.positions(topic.topicId()));
        return positions == null ? Map.of() : positions;
      } catch (DataAccessException | TransactionException e) {
        if (ended) {
          throw e;
        }
        if (!logged) {
          logged = true;
          LOG.warn("How far is read cannot be found out; trying again: {}", e.getMessage());
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while waiting for the database", stopped);
    }
  }
}
