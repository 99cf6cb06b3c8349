package com.gopher.sabotage;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Holds the relay when the broker has a record and the outbox still has it too. */
@Sabotage(name = "held-before-delete")
class HeldBeforeDelete {

  @Bean
  static BeanFactoryPostProcessor holdTheRelayBeforeItDeletes(ConfigurableEnvironment environment) {
    return Settings.interceptTheRelay(environment, Interceptor.class);
  }

  /** Public, as Kafka asks for. */
  public static final class Interceptor extends RelayInterceptor {

    private final Trap trap = Trap.named("held-before-delete");

    /** The relay learns of the acknowledgement after this. */
    @Override
    public void onAcknowledgement(@Nullable RecordMetadata arrived, @Nullable Exception failure) {
      if (arrived != null && failure == null) {
        trap.pass(
            "about to delete %s-%s offset %s"
                .formatted(arrived.topic(), arrived.partition(), arrived.offset()));
      }
    }
  }
}
