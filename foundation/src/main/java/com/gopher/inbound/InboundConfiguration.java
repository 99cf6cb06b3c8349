package com.gopher.inbound;

import com.gopher.database.Schemas;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way in from Kafka, unless {@code inbound.enabled=false}: then nothing of it exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "inbound.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(InboundProperties.class)
@EnableFailFast
class InboundConfiguration {

  @Bean
  InboundTables inboundTables(JdbcClient jdbc, InboundProperties properties) {
    return new InboundTables(jdbc, properties.schema());
  }

  /** Where modules have logins, the transaction's name says whose it is. */
  @Bean
  TransactionTemplate inboundTransaction(
      PlatformTransactionManager manager, InboundProperties properties, Schemas schemas) {
    var transaction = new TransactionTemplate(manager);
    schemas
        .packageOf(properties.schema())
        .ifPresent(module -> transaction.setName(module + ".Inbound"));
    return transaction;
  }

  @Bean
  OffsetCommits inboundCommits() {
    return new OffsetCommits();
  }

  @Bean
  Positions inboundPositions(
      InboundTables tables, TransactionTemplate inboundTransaction, OffsetCommits commits) {
    return new Positions(tables, inboundTransaction, commits);
  }

  @Bean
  TopicWatch inboundTopics(
      KafkaAdmin connection,
      KafkaListenerEndpointRegistry listeners,
      InboundProperties properties,
      InboundTables tables,
      Positions positions,
      TransactionTemplate inboundTransaction,
      ObjectProvider<Reannouncement> reannouncements,
      ConsumerFactory<?, ?> consumers,
      ObjectProvider<OwnRecords> ownRecords) {
    return new TopicWatch(
        new PresentTopics(connection.getConfigurationProperties(), Topics.with(properties)),
        new TopicMemory(tables, inboundTransaction),
        positions,
        listeners,
        reannouncements.orderedStream().toList(),
        new ReadBack(consumers, positions),
        ownRecords.orderedStream().toList());
  }

  @Bean
  DeadLetters deadLetters(
      KafkaTemplate<byte[], byte[]> kafka,
      ObjectProvider<Clock> clock,
      InboundProperties properties) {
    return new DeadLetters(
        kafka, new LetterForm(clock.getIfAvailable(Clock::systemUTC), properties.reader()));
  }

  @Bean
  RetryBackoff inboundBackoff(ObjectProvider<Clock> clock) {
    return new RetryBackoff(clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  Counters inboundCounters() {
    return new Counters();
  }

  @Bean
  Inbound inbound(
      DeadLetters deadLetters,
      RetryBackoff backoff,
      Counters counters,
      Positions positions,
      OffsetCommits commits) {
    return new Inbound(deadLetters, backoff, counters, positions, commits);
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
