package com.gophershop.tracking;

import com.gopher.road.DeadLetters;
import com.gopher.road.Intake;
import com.gopher.road.Topics;
import com.gopher.road.UnreadableRecordException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Hears what the tracker tells, if the shop has to do with Kafka. */
@Component
@ConditionalOnProperty(name = "outbox.enabled", havingValue = "true")
class ShipmentRecords {

  private final ShipmentReader reader;
  private final HeardShipments shipments;
  private final DeadLetters deadLetters;
  private final Intake intake;

  ShipmentRecords(
      ShipmentReader reader, HeardShipments shipments, DeadLetters deadLetters, Intake intake) {
    this.reader = reader;
    this.shipments = shipments;
    this.deadLetters = deadLetters;
    this.intake = intake;
  }

  /** RoadWorks starts it, when the topics exist. */
  @KafkaListener(
      id = "shipments",
      idIsGroup = false,
      topics = Topics.SHIPMENTS,
      autoStartup = "false")
  void on(List<ConsumerRecord<byte[], byte[]>> batch, Acknowledgment acknowledgment) {
    intake.take(batch, acknowledgment, this::settle);
  }

  private void settle(List<ConsumerRecord<byte[], byte[]>> batch) {
    Map<UUID, ShipmentState> newest = new LinkedHashMap<>();
    List<DeadLetters.Letter> unreadable = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> incoming : batch) {
      try {
        ShipmentState shipment = reader.read(incoming.key(), incoming.value());
        // What the tracker decided on trial, while the shop decides, is not to be followed.
        if (shipment.decidedByTracker()) {
          newest.merge(
              shipment.orderId(),
              shipment,
              (one, other) -> one.sequence() >= other.sequence() ? one : other);
        }
      } catch (UnreadableRecordException e) {
        unreadable.add(new DeadLetters.Letter(incoming, e.getMessage()));
      }
    }
    if (!newest.isEmpty()) {
      shipments.take(newest.values());
    }
    // After the good ones, so that they do not wait for the bad ones.
    if (!unreadable.isEmpty()) {
      deadLetters.setAside(unreadable);
    }
  }
}
