package com.gotracker.messaging;

import com.gopher.inbound.OwnRecords;
import com.gotracker.shipping.Restoration;
import com.gotracker.shipping.ShipmentStatus;
import com.gotracker.shipping.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Takes the tracker's own records back into a database that knows less than they do. */
@Component
class OwnShipments implements OwnRecords {

  private static final Logger LOG = LoggerFactory.getLogger(OwnShipments.class);

  private final ObjectReader json;
  private final Restoration restoration;

  OwnShipments(JsonMapper json, Restoration restoration) {
    this.json =
        json.readerFor(ShipmentPayload.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.restoration = restoration;
  }

  @Override
  public String topic() {
    return ShipmentAnnouncement.TOPIC;
  }

  @Override
  public int takeBack(List<ConsumerRecord<byte[], byte[]>> batch) {
    List<Restoration.Announced> announced = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> incoming : batch) {
      try {
        announced.add(announced(json.readValue(incoming.value())));
      } catch (JacksonException | IllegalArgumentException | NullPointerException foreign) {
        // Written by somebody else; the shop sets it aside, with the reason.
        LOG.debug("No shipment: {}-{}", incoming.partition(), incoming.offset(), foreign);
      }
    }
    return restoration.of(announced);
  }

  private static Restoration.Announced announced(ShipmentPayload shipment) {
    UUID orderId = shipment.orderId();
    ShipmentStatus status = shipment.status();
    if (shipment.sequence() != status.sequence()) {
      throw new IllegalArgumentException("No sequence of a shipment that is " + status);
    }
    return new Restoration.Announced(
        orderId,
        shipment.trackingNumber(),
        status,
        shipment.history().stream().map(step -> new Step(step.status(), step.at())).toList());
  }
}
