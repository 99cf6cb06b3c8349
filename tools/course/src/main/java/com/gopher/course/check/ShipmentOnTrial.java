package com.gopher.course.check;

import com.gopher.lab.topic.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a tracker writes that runs along without deciding: the mark on it is the shop's. */
final class ShipmentOnTrial {

  private static final String SEQUENCE = "50";

  private ShipmentOnTrial() {}

  /**
   * Says that the parcel of an order is cancelled. It is in each partition, so whatever is read
   * after it shows that it was read.
   */
  static void announce(String kafka, String order) throws InterruptedException {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka);
    var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    try {
      var sent = new ArrayList<Future<?>>();
      for (var partition : producer.partitionsFor(TopicReader.SHIPMENTS)) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    TopicReader.SHIPMENTS, partition.partition(), order, payload(order))));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker of the check takes no record", e.getCause());
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  private static String payload(String order) {
    return """
        {"orderId":"%s","sequence":%s,"decider":"shop","trackingNumber":"GT-ONTRIAL00",\
        "status":"CANCELLED","history":[{"status":"CANCELLED","sequence":%s,\
        "at":"2026-11-22T10:15:30.125Z"}]}"""
        .formatted(order, SEQUENCE, SEQUENCE);
  }
}
