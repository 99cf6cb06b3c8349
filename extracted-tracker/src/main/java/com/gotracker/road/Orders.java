package com.gotracker.road;

import com.gopher.intake.Intake;
import com.gopher.intake.UnreadableRecordException;
import com.gotracker.shipping.Dispatch;
import com.gotracker.shipping.OrderNews;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Hears of orders. */
@Component
class Orders {

  private final OrderReader reader;
  private final Dispatch dispatch;
  private final Intake intake;

  Orders(OrderReader reader, Dispatch dispatch, Intake intake) {
    this.reader = reader;
    this.dispatch = dispatch;
    this.intake = intake;
  }

  /** The intake starts it, when the topics exist. */
  @KafkaListener(id = "orders", idIsGroup = false, topics = Topics.ORDERS, autoStartup = "false")
  void on(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    intake.take(batch, acknowledgment, this::read, dispatch::take);
  }

  /** Who decides never changes: what the shop decides need not even be remembered. */
  private @Nullable OrderNews read(ConsumerRecord<byte[], byte[]> incoming)
      throws UnreadableRecordException {
    OrderState order = reader.read(incoming.key(), incoming.value());
    return order.decidedByTracker()
        ? new OrderNews(
            order.id(), order.sequence(), order.status(), order.changedAt(), traceparent(incoming))
        : null;
  }

  private static @Nullable String traceparent(ConsumerRecord<byte[], byte[]> incoming) {
    Header header = incoming.headers().lastHeader("traceparent");
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
