package com.gopher.intake;

import com.gopher.lastresort.LastResort;
import com.gopher.lastresort.LastResortAutoConfiguration;
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

/** Opens the intake where {@code intake.enabled=true}; otherwise nothing of it exists. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, LastResortAutoConfiguration.class})
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnProperty(name = "intake.enabled", havingValue = "true")
@EnableConfigurationProperties(IntakeProperties.class)
public class IntakeAutoConfiguration {

  @Bean
  Opening intakeOpening(
      KafkaAdmin connection, KafkaListenerEndpointRegistry listeners, IntakeProperties properties) {
    return new Opening(connection, listeners, Topics.with(properties));
  }

  @Bean
  DeadLetters deadLetters(
      KafkaTemplate<byte[], byte[]> kafka,
      ObjectProvider<Clock> clock,
      IntakeProperties properties) {
    return new DeadLetters(kafka, clock.getIfAvailable(Clock::systemUTC), properties.reader());
  }

  @Bean
  Setbacks intakeSetbacks() {
    return new Setbacks();
  }

  @Bean
  Tally intakeTally() {
    return new Tally();
  }

  @Bean
  Intake intake(DeadLetters deadLetters, Setbacks setbacks, Tally tally) {
    return new Intake(deadLetters, setbacks, tally);
  }

  @Bean
  StoppedListeners stoppedListeners(LastResort lastResort) {
    return new StoppedListeners(lastResort);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  static class Watched {

    @Bean
    HealthIndicator intakeHealthIndicator(Setbacks setbacks) {
      return new IntakeHealthIndicator(setbacks);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static class Measured {

    @Bean
    MeterBinder intakeMetrics(Tally tally) {
      return new IntakeMetrics(tally);
    }
  }
}
