package com.gopher.inbound;

import com.gopher.failfast.FailFast;
import com.gopher.failfast.FailFastAutoConfiguration;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Opens the inbound where {@code inbound.enabled=true}; otherwise nothing of it exists. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, FailFastAutoConfiguration.class})
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnProperty(name = "inbound.enabled", havingValue = "true")
@EnableConfigurationProperties(InboundProperties.class)
public class InboundAutoConfiguration {

  @Bean
  TopicInitializer inboundOpening(
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
  RetryBackoff inboundSetbacks() {
    return new RetryBackoff();
  }

  @Bean
  Counters inboundTally() {
    return new Counters();
  }

  @Bean
  Inbound inbound(DeadLetters deadLetters, RetryBackoff setbacks, Counters tally) {
    return new Inbound(deadLetters, setbacks, tally);
  }

  @Bean
  StoppedListeners stoppedListeners(FailFast lastResort) {
    return new StoppedListeners(lastResort);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  static class Watched {

    @Bean
    HealthIndicator inboundHealthIndicator(RetryBackoff setbacks) {
      return new InboundHealthIndicator(setbacks);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static class Measured {

    @Bean
    MeterBinder inboundMetrics(Counters tally) {
      return new InboundMetrics(tally);
    }
  }
}
