package com.gopher.course.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The shop's end of {@code shop.orders}, without a shop: any record can be written. */
final class OrderTopic implements AutoCloseable {

  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param kafka host and port of the broker
   */
  OrderTopic(String kafka) {
    Map<String, Object> connection = Map.of("bootstrap.servers", kafka);
    this.admin = Admin.create(connection);
    this.producer =
        new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer());
  }

  int partitions() {
    return producer.partitionsFor(OrderRecord.TOPIC).size();
  }

  /** Returns when the broker has all of them. */
  void send(Collection<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    var sent = new ArrayList<Future<?>>();
    records.forEach(it -> sent.add(producer.send(it)));
    try {
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker of the check takes no record", e.getCause());
    }
  }

  /** Makes the groups forget readers that were killed, without forgetting what was read. */
  void removeReaders() throws InterruptedException {
    try {
      for (GroupListing group : admin.listGroups().all().get()) {
        BrokerContent.removeMembers(admin, group.groupId());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker of the check keeps readers", e.getCause());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
