package com.gotracker.messaging;

import com.gopher.inbound.Inbound;
import com.gopher.inbound.UnreadableRecordException;
import com.gotracker.shipping.Dispatch;
import com.gotracker.shipping.OrderUpdate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Takes in the orders of the shop. */
@Component
class OrderRecords {

  private final OrderReader reader;
  private final Dispatch dispatch;
  private final Inbound inbound;

  OrderRecords(OrderReader reader, Dispatch dispatch, Inbound inbound) {
    this.reader = reader;
    this.dispatch = dispatch;
    this.inbound = inbound;
  }

  /** The inbound starts it, when the topics exist. */
  @KafkaListener(id = "orders", idIsGroup = false, topics = "shop.orders", autoStartup = "false")
  void on(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    inbound.take(batch, acknowledgment, this::read, dispatch::take);
  }

  /** Who decides never changes: what the shop decides need not even be remembered. */
  private @Nullable OrderUpdate read(ConsumerRecord<byte[], byte[]> incoming)
      throws UnreadableRecordException {
    OrderState order = reader.read(incoming.key(), incoming.value());
    return order.decidedByTracker() ? order.update(incoming.headers()) : null;
  }
}
