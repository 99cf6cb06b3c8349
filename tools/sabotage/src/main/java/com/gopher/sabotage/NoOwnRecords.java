package com.gopher.sabotage;

import com.gopher.inbound.OwnRecords;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Does not take back what it has announced itself. */
@Sabotage(name = "no-own-records")
class NoOwnRecords {

  @Bean
  static BeanPostProcessor takeNothingBack() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof OwnRecords own ? new Forgetful(own.topic()) : bean;
      }
    };
  }

  private record Forgetful(String topic) implements OwnRecords {

    @Override
    public int takeBack(List<ConsumerRecord<byte[], byte[]>> batch) {
      return 0;
    }
  }
}
