package com.gotracker.road;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/**
 * Hears of orders. A batch is acknowledged when all of it is settled, and otherwise asked for again
 * after a pause, for as long as it takes: nothing is skipped because a database is away. The pause
 * is the container's, which stays in touch with the broker meanwhile and keeps its partitions.
 */
@Component
class OrderListener {

  private static final Logger LOG = LoggerFactory.getLogger(OrderListener.class);

  private final Orders orders;
  private final OrderMetrics metrics;
  private final RoadHealthIndicator health;

  OrderListener(Orders orders, OrderMetrics metrics, RoadHealthIndicator health) {
    this.orders = orders;
    this.metrics = metrics;
    this.health = health;
  }

  /** RoadWorks starts it, when the topics exist. */
  @KafkaListener(id = "orders", idIsGroup = false, topics = Topics.ORDERS, autoStartup = "false")
  void on(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    try {
      orders.take(batch);
      acknowledgment.acknowledge();
      health.settled();
    } catch (RuntimeException e) {
      Duration pause = health.failed(e);
      LOG.warn(
          "{} records could not be settled and are asked for again in {} ms: {}",
          batch.size(),
          pause.toMillis(),
          e.getMessage());
      metrics.redelivered();
      acknowledgment.nack(0, pause);
    }
  }
}
