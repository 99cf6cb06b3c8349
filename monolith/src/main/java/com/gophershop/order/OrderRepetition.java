package com.gophershop.order;

import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import java.net.URI;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What an order that is announced again looks like outside the shop. */
@Component
class OrderRepetition implements Outbound<OrderRepeated> {

  static final String TOPIC = "shop.orders";

  /** Readers that have announced something about the order are asked to do so again. */
  private static final String TYPE = "shop.order.repeated";

  private static final URI SOURCE = URI.create("/gopher-shop");

  private final JsonMapper json;

  OrderRepetition(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Class<OrderRepeated> eventType() {
    return OrderRepeated.class;
  }

  @Override
  public OutboundRecord record(OrderRepeated event) {
    Order order = event.order();
    return new OutboundRecord(
        TOPIC,
        order.id().toString(),
        order.id() + ":" + order.version(),
        TYPE,
        SOURCE,
        event.changedAt(),
        json.writeValueAsString(OrderPayload.of(order, event.changedAt())));
  }
}
