package com.gophershop.tracking;

import com.gopher.inbound.Inbound;
import com.gopher.inbound.UnreadableRecordException;
import com.gophershop.ConditionalOnMessaging;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Takes in the tracker's shipments, if the shop has to do with Kafka. */
@Component
@ConditionalOnMessaging
@ConditionalOnProperty(name = "inbound.enabled", havingValue = "true", matchIfMissing = true)
class ShipmentRecords {

  private final ShipmentReader reader;
  private final ShipmentUpdates shipments;
  private final Inbound inbound;

  ShipmentRecords(ShipmentReader reader, ShipmentUpdates shipments, Inbound inbound) {
    this.reader = reader;
    this.shipments = shipments;
    this.inbound = inbound;
  }

  /** The inbound starts it, when the topics exist. */
  @KafkaListener(
      id = "shipments",
      idIsGroup = false,
      topics = "tracker.shipments",
      autoStartup = "false")
  void on(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    inbound.take(batch, acknowledgment, this::read, shipments::take);
  }

  /** What the tracker decided on trial, while the shop decides, is not to be followed. */
  private @Nullable ShipmentState read(ConsumerRecord<byte[], byte[]> incoming)
      throws UnreadableRecordException {
    ShipmentState shipment = reader.read(incoming.key(), incoming.value());
    return shipment.decidedByTracker() ? shipment : null;
  }
}
