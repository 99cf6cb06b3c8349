package com.gotracker.messaging;

import com.gopher.inbound.Inbound;
import com.gopher.inbound.UnreadableRecordException;
import com.gotracker.shipping.AnnouncedOrder;
import com.gotracker.shipping.AnnouncedOrders;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Takes in the orders of the shop, whoever decides about them. */
@Component
class OrderRecords {

  private final OrderReader reader;
  private final AnnouncedOrders orders;
  private final Inbound inbound;

  OrderRecords(OrderReader reader, AnnouncedOrders orders, Inbound inbound) {
    this.reader = reader;
    this.orders = orders;
    this.inbound = inbound;
  }

  /** The inbound starts it, when the topics exist. */
  @KafkaListener(id = "orders", idIsGroup = false, topics = "shop.orders", autoStartup = "false")
  void on(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    inbound.take(batch, acknowledgment, this::read, orders::take);
  }

  AnnouncedOrder read(ConsumerRecord<byte[], byte[]> incoming) throws UnreadableRecordException {
    OrderState order = reader.read(incoming.key(), incoming.value());
    return new AnnouncedOrder(
        order.decidedByTracker(), order.onTrial(), order.update(incoming.headers()));
  }
}
