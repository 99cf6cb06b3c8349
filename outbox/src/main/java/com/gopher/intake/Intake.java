package com.gopher.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes in batches. One is acknowledged when all of it is settled: dealt with, set aside because it
 * cannot be read, or none of this reader's business. Otherwise it is asked for again after a pause,
 * for as long as it takes: nothing is skipped because a database is away. The pause is the
 * container's, which stays in touch with the broker meanwhile and keeps its partitions.
 *
 * <p>Called by a batch listener with manual acknowledgement and {@code autoStartup = "false"}: it
 * is started when the topics exist.
 */
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final DeadLetters deadLetters;
  private final Setbacks setbacks;
  private final Tally tally;

  Intake(DeadLetters deadLetters, Setbacks setbacks, Tally tally) {
    this.deadLetters = deadLetters;
    this.setbacks = setbacks;
    this.tally = tally;
  }

  /**
   * @param reader reads one record
   * @param settlement deals with the readable ones
   */
  public <T> void take(
      List<ConsumerRecord<byte[], byte[]>> batch,
      Acknowledgment acknowledgment,
      RecordReader<T> reader,
      Settlement<T> settlement) {
    try {
      settle(batch, reader, settlement);
      acknowledgment.acknowledge();
      setbacks.over();
    } catch (RuntimeException e) {
      Duration pause = setbacks.another(e);
      LOG.warn(
          "{} records could not be settled and are asked for again in {} ms: {}",
          batch.size(),
          pause.toMillis(),
          NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      tally.redelivered();
      acknowledgment.nack(0, pause);
    }
  }

  private <T> void settle(
      List<ConsumerRecord<byte[], byte[]>> batch,
      RecordReader<T> reader,
      Settlement<T> settlement) {
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
    int applied = readable.isEmpty() ? 0 : settlement.settle(readable);
    // After the good ones, so that they do not wait for the bad ones.
    if (!unreadable.isEmpty()) {
      deadLetters.setAside(unreadable);
    }
    tally.settled(applied, readable.size() - applied, unreadable.size(), batch.size());
  }
}
