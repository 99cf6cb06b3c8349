package com.gopher.sabotage;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;

/** Sets aside whole records and no others: one that is too large is asked for again. */
@Sabotage(name = "whole-letters-only")
class WholeLettersOnly {

  @Bean
  static BeanPostProcessor refuseLettersWithoutValue() {
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
      if (letter.headers().lastHeader("dlt_omitted_bytes") != null) {
        throw new KafkaException("There are no letters without a value in this process");
      }
      return super.send(letter);
    }
  }
}
