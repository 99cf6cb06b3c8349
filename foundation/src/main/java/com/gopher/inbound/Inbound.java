package com.gopher.inbound;

import com.gopher.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.transaction.TransactionException;

/**
 * Takes in batches. One is acknowledged when all of it is settled: dealt with, set aside because it
 * cannot be read, or none of this reader's business. Otherwise it is asked for again after a pause,
 * for as long as it takes: nothing is skipped because a database is away. The pause is the
 * container's, which stays in touch with the broker and keeps its partitions.
 *
 * <p>Called by a batch listener with manual acknowledgement and {@code autoStartup = "false"}: it
 * is started when the topics exist.
 */
@Api
public final class Inbound {

  private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);

  private static final int MOST_NAMES = 3;

  private final DeadLetters deadLetters;
  private final RetryBackoff backoff;
  private final Counters counters;
  private final Positions positions;
  private final OffsetCommits commits;

  Inbound(
      DeadLetters deadLetters,
      RetryBackoff backoff,
      Counters counters,
      Positions positions,
      OffsetCommits commits) {
    this.deadLetters = deadLetters;
    this.backoff = backoff;
    this.counters = counters;
    this.positions = positions;
    this.commits = commits;
  }

  /**
   * @param reader reads one record
   * @param handler deals with the readable ones
   */
  public <T> void take(
      List<ConsumerRecord<byte[], byte[]>> batch,
      Acknowledgment acknowledgment,
      RecordReader<T> reader,
      BatchHandler<T> handler) {
    try {
      settle(batch, reader, handler);
      commits.settled(batch, acknowledgment);
      backoff.over();
    } catch (RuntimeException e) {
      boolean isFirst = backoff.state().inARow() == 0;
      Duration pause = backoff.another(e);
      if (backoff.isToBeSaid()) {
        log(batch, pause, e, isFirst);
      }
      counters.redelivered();
      acknowledgment.nack(0, pause);
    }
  }

  /**
   * Names keys and traces, so that the request behind a failure can be found. A database that is
   * away is logged in one line; anything else is a bug, and the search for it needs its stack
   * trace, once.
   */
  private static void log(
      List<ConsumerRecord<byte[], byte[]>> batch,
      Duration pause,
      RuntimeException failure,
      boolean isFirst) {
    boolean isBug =
        !(failure instanceof DataAccessException
            || failure instanceof TransactionException
            || failure instanceof KafkaException);
    String what =
        "%s records could not be settled and are asked for again in %s ms: %s (%s)"
            .formatted(
                batch.size(),
                pause.toMillis(),
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage(),
                names(batch));
    if (isBug && isFirst) {
      LOG.warn(what, failure);
    } else {
      LOG.warn(what);
    }
  }

  private static String names(List<ConsumerRecord<byte[], byte[]>> batch) {
    return batch.stream().limit(MOST_NAMES).map(Inbound::name).collect(Collectors.joining(", "))
        + (batch.size() > MOST_NAMES ? ", ..." : "");
  }

  private static String name(ConsumerRecord<byte[], byte[]> incoming) {
    Header trace = incoming.headers().lastHeader("traceparent");
    String key = incoming.key() == null ? "no key" : printable(incoming.key());
    return trace == null || trace.value() == null ? key : key + " " + printable(trace.value());
  }

  /** The writers of the topic shall not write to the log. */
  private static String printable(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
  }

  private <T> void settle(
      List<ConsumerRecord<byte[], byte[]>> batch, RecordReader<T> reader, BatchHandler<T> handler) {
    List<T> readable = new ArrayList<>(batch.size());
    List<DeadLetters.Letter> unreadable = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> incoming : batch) {
      try {
        T content = reader.read(incoming);
        if (content != null) {
          readable.add(content);
        }
      } catch (UnreadableRecordException e) {
        unreadable.add(new DeadLetters.Letter(incoming, e.getMessage()));
      }
    }
    IntSupplier work = () -> readable.isEmpty() ? 0 : handler.settle(readable);
    int applied;
    if (unreadable.isEmpty()) {
      applied = positions.settle(batch, work);
    } else {
      applied = work.getAsInt();
      // After the good ones, so that they do not wait for the bad ones, and without a transaction,
      // because it may take as long as Kafka does.
      deadLetters.setAside(unreadable);
      positions.settle(batch, () -> 0);
    }
    counters.settled(applied, readable.size() - applied, unreadable.size(), batch.size());
  }
}
