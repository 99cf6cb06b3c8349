package com.gopher.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Carries records by an idempotent Kafka producer, with the attributes of the event in the headers.
 */
final class KafkaRecordSender implements RecordSender {

  private final Producer<String, byte[]> producer;

  KafkaRecordSender(OutboxProperties properties, String bootstrapServers) {
    producer = new KafkaProducer<>(settings(properties, bootstrapServers));
  }

  private static Map<String, Object> settings(
      OutboxProperties properties, String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox");
    // The relay hands over a whole wave and then waits: there is nothing to linger for.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    // A producer that got stuck is replaced after this; the relay sends again, and in order.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    settings.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2_000);
    settings.putAll(properties.producer());
    // What the promises of this library rest on cannot be configured away.
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    // The relay renews its lease between calls: no call may take longer than a third of it.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.lease().toMillis() / 3);
    return settings;
  }

  @Override
  public void reach(String topic) {
    try {
      producer.partitionsFor(topic);
    } catch (InvalidTopicException refusedForEver) {
      // is the answer to the record: sending it says the same again
    }
  }

  @Override
  public Future<?> send(StoredRecord stored) {
    var content = stored.content();
    var kafkaRecord =
        new ProducerRecord<>(
            content.topic(), content.key(), content.payload().getBytes(StandardCharsets.UTF_8));
    var headers = kafkaRecord.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", content.id());
    add(headers, "ce_type", content.type());
    add(headers, "ce_source", content.source().toString());
    add(headers, "ce_time", content.time().toString());
    add(headers, "content-type", "application/json");
    add(headers, "traceparent", stored.traceparent());
    return producer.send(kafkaRecord);
  }

  private static void add(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
