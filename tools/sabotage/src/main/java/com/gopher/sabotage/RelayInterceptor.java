package com.gopher.sabotage;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sees the records of the outbox leave and does nothing; Kafka makes it, by its class. */
class RelayInterceptor implements ProducerInterceptor<String, byte[]> {

  @Override
  public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> leaving) {
    return leaving;
  }

  @Override
  public void onAcknowledgement(@Nullable RecordMetadata arrived, @Nullable Exception failure) {
    // Nothing to do.
  }

  @Override
  public void configure(Map<String, ?> settings) {
    // Nothing to do.
  }

  @Override
  public void close() {
    // Nothing to do.
  }
}
