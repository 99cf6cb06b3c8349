package com.gophershop.order;

import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import org.springframework.stereotype.Component;

/** What an order that is announced again looks like outside the shop. */
@Component
class OrderRepetition implements Outbound<OrderRepeated> {

  /** Readers that have announced something about the order are asked to do so again. */
  private static final String TYPE = "shop.order.repeated";

  private final OrderAnnouncement announcement;

  OrderRepetition(OrderAnnouncement announcement) {
    this.announcement = announcement;
  }

  @Override
  public Class<OrderRepeated> eventType() {
    return OrderRepeated.class;
  }

  @Override
  public OutboundRecord record(OrderRepeated event) {
    return announcement.record(event.order(), TYPE, event.changedAt());
  }
}
