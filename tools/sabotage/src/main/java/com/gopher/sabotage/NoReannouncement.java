package com.gopher.sabotage;

import com.gopher.inbound.Reannouncement;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Notices that Kafka has lost a topic, and announces nothing again. */
@Sabotage(name = "no-reannouncement")
class NoReannouncement {

  @Bean
  static BeanPostProcessor announceNothing() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Reannouncement ? (Reannouncement) (after, limit) -> List.of() : bean;
      }
    };
  }
}
