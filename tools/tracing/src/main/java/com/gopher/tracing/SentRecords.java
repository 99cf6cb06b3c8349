package com.gopher.tracing;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A span for each record, from what it tells of until it leaves: its time in the outbox. */
public final class SentRecords implements ProducerInterceptor<String, byte[]> {

  @Override
  public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> sent) {
    Traceparent cause = Traceparent.of(sent.headers());
    String id = Traceparent.text(sent.headers(), "ce_id");
    String time = Traceparent.text(sent.headers(), "ce_time");
    if (cause != null && id != null && time != null) {
      Collector.take(
          Span.of(
              new Traceparent(cause.traceId(), Traceparent.agreed(id, sent.topic())),
              cause.spanId(),
              "outbox to " + sent.topic(),
              "PRODUCER",
              Instant.parse(time),
              Map.of("order", sent.key(), "record", id)));
    }
    return sent;
  }

  @Override
  public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {}

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> settings) {}
}
