package com.gopher.inbound;

import com.gopher.failfast.EnableFailFast;
import com.gopher.failfast.FailFast;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** The way in from Kafka, unless {@code inbound.enabled=false}: then nothing of it exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "inbound.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(InboundProperties.class)
@EnableFailFast
class InboundConfiguration {

  @Bean
  TopicInitializer inboundTopics(
      KafkaAdmin connection,
      KafkaListenerEndpointRegistry listeners,
      InboundProperties properties) {
    return new TopicInitializer(connection, listeners, Topics.with(properties));
  }

  @Bean
  DeadLetters deadLetters(
      KafkaTemplate<byte[], byte[]> kafka,
      ObjectProvider<Clock> clock,
      InboundProperties properties) {
    return new DeadLetters(kafka, clock.getIfAvailable(Clock::systemUTC), properties.reader());
  }

  @Bean
  RetryBackoff inboundBackoff() {
    return new RetryBackoff();
  }

  @Bean
  Counters inboundCounters() {
    return new Counters();
  }

  @Bean
  Inbound inbound(DeadLetters deadLetters, RetryBackoff backoff, Counters counters) {
    return new Inbound(deadLetters, backoff, counters);
  }

  @Bean
  StoppedListeners stoppedListeners(FailFast failFast) {
    return new StoppedListeners(failFast);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  static class Watched {

    @Bean
    HealthIndicator inboundHealthIndicator(RetryBackoff backoff) {
      return new InboundHealthIndicator(backoff);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static class Measured {

    @Bean
    MeterBinder inboundMetrics(Counters counters) {
      return new InboundMetrics(counters);
    }
  }
}
