package com.gotracker.road;

import com.gotracker.shipping.Dispatch;
import com.gotracker.shipping.OrderNews;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in batches of records. When it returns, everything in the batch is settled: stored, set
 * aside, or none of the tracker's business.
 */
@Component
class Orders {

  private final OrderReader reader;
  private final Dispatch dispatch;
  private final DeadLetters deadLetters;
  private final OrderMetrics metrics;

  Orders(OrderReader reader, Dispatch dispatch, DeadLetters deadLetters, OrderMetrics metrics) {
    this.reader = reader;
    this.dispatch = dispatch;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /**
   * @throws RuntimeException if not all could be settled; the same batch may then be taken in again
   */
  void take(List<ConsumerRecord<byte[], byte[]>> batch) {
    List<OrderNews> news = new ArrayList<>(batch.size());
    List<DeadLetters.Letter> unreadable = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> incoming : batch) {
      try {
        OrderState order = reader.read(incoming.key(), incoming.value());
        // Who decides never changes: what the shop decides need not even be remembered.
        if (order.decidedByTracker()) {
          news.add(news(order, incoming));
        }
      } catch (UnreadableRecordException e) {
        unreadable.add(new DeadLetters.Letter(incoming, e.getMessage()));
      }
    }
    int applied = news.isEmpty() ? 0 : dispatch.take(news);
    // After the good ones, so that they do not wait for the bad ones.
    if (!unreadable.isEmpty()) {
      deadLetters.setAside(unreadable);
    }
    metrics.settled(applied, news.size(), unreadable.size(), batch.size());
  }

  private static OrderNews news(OrderState order, ConsumerRecord<byte[], byte[]> incoming) {
    return new OrderNews(
        order.id(), order.sequence(), order.status(), order.changedAt(), traceparent(incoming));
  }

  private static @Nullable String traceparent(ConsumerRecord<byte[], byte[]> incoming) {
    Header header = incoming.headers().lastHeader("traceparent");
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
