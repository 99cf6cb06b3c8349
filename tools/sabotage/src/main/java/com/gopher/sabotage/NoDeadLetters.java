package com.gopher.sabotage;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;

/** Leaves no place for what cannot be read: a reader can only ask for it again. */
@Sabotage(name = "no-dead-letters")
class NoDeadLetters {

  @Bean
  static BeanPostProcessor refuseDeadLetters() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof KafkaTemplate<?, ?> template
            ? new Refusing<>(template.getProducerFactory())
            : bean;
      }
    };
  }

  private static final class Refusing<K, V> extends KafkaTemplate<K, V> {

    Refusing(ProducerFactory<K, V> producers) {
      super(producers);
    }

    @Override
    public CompletableFuture<SendResult<K, V>> send(ProducerRecord<K, V> letter) {
      throw new KafkaException("There are no dead letters in this process");
    }
  }
}
