package com.gopher.tracing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A span for each record of a batch, from when it left until it is here. It follows the span of the
 * record's sending, whose id is made of what both sides know.
 */
public final class ReceivedRecords implements ConsumerInterceptor<byte[], byte[]> {

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> received : records) {
      Traceparent cause = Traceparent.of(received.headers());
      String id = Traceparent.text(received.headers(), "ce_id");
      if (cause != null && id != null && received.key() != null) {
        Collector.take(
            Span.of(
                cause.another(),
                Traceparent.agreed(id, received.topic()),
                "Kafka " + received.topic(),
                "CONSUMER",
                Instant.ofEpochMilli(received.timestamp()),
                Map.of("order", new String(received.key(), StandardCharsets.UTF_8), "record", id)));
      }
    }
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> settings) {}
}
