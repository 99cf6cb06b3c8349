package com.gophershop.order;

import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import java.net.URI;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Announces every change of an order outside the shop. */
@Component
class OrderAnnouncement implements Outbound<OrderChanged> {

  private static final String TOPIC = "shop.orders";
  private static final URI SOURCE = URI.create("/gopher-shop");

  private final JsonMapper json;

  OrderAnnouncement(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Class<OrderChanged> eventType() {
    return OrderChanged.class;
  }

  @Override
  public OutboundRecord record(OrderChanged event) {
    Order order = event.order();
    return new OutboundRecord(
        TOPIC,
        order.id().toString(),
        order.id() + ":" + order.version(),
        type(order.status()),
        SOURCE,
        event.changedAt(),
        json.writeValueAsString(OrderPayload.of(order, event.changedAt())));
  }

  private static String type(OrderStatus status) {
    return switch (status) {
      case PLACED -> "shop.order.placed";
      case CANCELLING -> "shop.order.cancellation-requested";
      case CANCELLED -> "shop.order.cancelled";
      case SHIPPED -> "shop.order.shipped";
      case DELIVERED -> "shop.order.delivered";
    };
  }
}
