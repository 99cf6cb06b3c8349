package com.gophershop.tracking;

import com.gopher.intake.Intake;
import com.gopher.intake.UnreadableRecordException;
import com.gopher.road.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Hears what the tracker tells, if the shop has to do with Kafka. */
@Component
@ConditionalOnProperty(name = "intake.enabled", havingValue = "true")
class ShipmentRecords {

  private final ShipmentReader reader;
  private final HeardShipments shipments;
  private final Intake intake;

  ShipmentRecords(ShipmentReader reader, HeardShipments shipments, Intake intake) {
    this.reader = reader;
    this.shipments = shipments;
    this.intake = intake;
  }

  /** The intake starts it, when the topics exist. */
  @KafkaListener(
      id = "shipments",
      idIsGroup = false,
      topics = Topics.SHIPMENTS,
      autoStartup = "false")
  void on(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    intake.take(batch, acknowledgment, this::read, shipments::take);
  }

  /** What the tracker decided on trial, while the shop decides, is not to be followed. */
  private @Nullable ShipmentState read(ConsumerRecord<byte[], byte[]> incoming)
      throws UnreadableRecordException {
    ShipmentState shipment = reader.read(incoming.key(), incoming.value());
    return shipment.decidedByTracker() ? shipment : null;
  }
}
