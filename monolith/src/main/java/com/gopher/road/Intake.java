package com.gopher.road;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/**
 * Takes in batches: one is acknowledged when all of it is settled, and otherwise asked for again
 * after a pause, for as long as it takes. The pause is the container's, which stays in touch with
 * the broker meanwhile and keeps its partitions.
 */
@Component
public class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final RoadHealthIndicator health;

  Intake(RoadHealthIndicator health) {
    this.health = health;
  }

  /**
   * @param settle deals with the whole batch, or throws; it may then be given the same batch again
   */
  public void take(
      List<ConsumerRecord<byte[], byte[]>> batch,
      Acknowledgment acknowledgment,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> settle) {
    try {
      settle.accept(batch);
      acknowledgment.acknowledge();
      health.settled();
    } catch (RuntimeException e) {
      Duration pause = health.failed(e);
      LOG.warn(
          "{} records could not be settled and are asked for again in {} ms: {}",
          batch.size(),
          pause.toMillis(),
          e.getMessage());
      acknowledgment.nack(0, pause);
    }
  }
}
