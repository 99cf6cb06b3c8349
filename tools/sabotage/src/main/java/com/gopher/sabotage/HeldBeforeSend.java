package com.gopher.sabotage;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Holds the relay when it has taken committed records and has sent none of them. */
@Sabotage(name = "held-before-send")
class HeldBeforeSend {

  @Bean
  static BeanFactoryPostProcessor holdTheRelayBeforeItSends(ConfigurableEnvironment environment) {
    return Settings.interceptTheRelay(environment, Interceptor.class);
  }

  /** Public, as Kafka asks for. */
  public static final class Interceptor extends RelayInterceptor {

    private final Trap trap = Trap.named("held-before-send");

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> leaving) {
      trap.pass("about to send %s of %s".formatted(leaving.topic(), leaving.key()));
      return leaving;
    }
  }
}
