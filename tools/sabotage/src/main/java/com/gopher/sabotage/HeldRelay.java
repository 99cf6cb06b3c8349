package com.gopher.sabotage;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Holds the relay when it has taken committed records and has sent none of them, or when the broker
 * has a record and the outbox still has it too.
 */
@Sabotage(name = {"held-before-send", "held-before-delete"})
class HeldRelay {

  @Bean
  static BeanFactoryPostProcessor holdTheRelay(ConfigurableEnvironment environment) {
    return RelayInterceptor.into(environment, Interceptor.class);
  }

  /** Public, as Kafka asks for. */
  public static final class Interceptor extends RelayInterceptor {

    private final Trap beforeSend = Trap.named("held-before-send");
    private final Trap beforeDelete = Trap.named("held-before-delete");

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> leaving) {
      beforeSend.pass("about to send %s of %s".formatted(leaving.topic(), leaving.key()));
      return leaving;
    }

    /** The relay learns of the acknowledgement after this. */
    @Override
    public void onAcknowledgement(@Nullable RecordMetadata arrived, @Nullable Exception failure) {
      if (arrived != null && failure == null) {
        beforeDelete.pass(
            "about to delete %s-%s offset %s"
                .formatted(arrived.topic(), arrived.partition(), arrived.offset()));
      }
    }
  }
}
