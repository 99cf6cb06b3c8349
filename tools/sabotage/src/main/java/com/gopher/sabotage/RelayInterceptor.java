package com.gopher.sabotage;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Sees the records of the outbox leave and does nothing; Kafka makes it, by its class. */
class RelayInterceptor implements ProducerInterceptor<String, byte[]> {

  /** Puts it into the producer that empties the outbox, before any bean reads that setting. */
  static BeanFactoryPostProcessor into(
      ConfigurableEnvironment environment, Class<? extends RelayInterceptor> interceptor) {
    Map<String, Object> settings =
        Map.of("outbox.producer.interceptor.classes", interceptor.getName());
    return beans ->
        environment
            .getPropertySources()
            .addFirst(new MapPropertySource(interceptor.getName(), settings));
  }

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
