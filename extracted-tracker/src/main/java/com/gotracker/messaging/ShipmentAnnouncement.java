package com.gotracker.messaging;

import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import com.gotracker.shipping.Shipment;
import com.gotracker.shipping.ShipmentChanged;
import com.gotracker.shipping.Step;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Announces every change of a shipment. */
@Component
class ShipmentAnnouncement implements Outbound<ShipmentChanged> {

  static final String TOPIC = "tracker.shipments";
  private static final URI SOURCE = URI.create("/gotracker");

  private final JsonMapper json;

  ShipmentAnnouncement(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Class<ShipmentChanged> eventType() {
    return ShipmentChanged.class;
  }

  @Override
  public OutboundRecord record(ShipmentChanged event) {
    Shipment shipment = event.shipment();
    List<Step> history = shipment.history();
    String orderId = shipment.orderId().toString();
    return new OutboundRecord(
        TOPIC,
        orderId,
        orderId + ":" + shipment.sequence(),
        type(shipment),
        SOURCE,
        history.get(history.size() - 1).at(),
        json.writeValueAsString(ShipmentPayload.of(shipment)));
  }

  @Override
  public @Nullable String traceparent(ShipmentChanged event) {
    return event.traceparent();
  }

  private static String type(Shipment shipment) {
    return switch (shipment.status()) {
      case PREPARING -> "tracker.shipment.prepared";
      case SHIPPED -> "tracker.shipment.shipped";
      case DELIVERED -> "tracker.shipment.delivered";
      case CANCELLED -> "tracker.shipment.cancelled";
    };
  }
}
