package com.gopher.outbox;

import com.gopher.failfast.EnableFailFast;
import com.gopher.failfast.FailFast;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox, unless {@code outbox.enabled=false}: then nothing of it exists. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "outbox.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(OutboxProperties.class)
@EnableFailFast
class OutboxConfiguration {

  @Bean
  OutboxTables outboxTables(DataSource dataSource, OutboxProperties properties) {
    return new OutboxTables(dataSource, properties.schema());
  }

  @Bean
  OutboxSize outboxSize(OutboxTables tables) {
    return tables::size;
  }

  @Bean
  RelayWakeup outboxWakeup() {
    return new RelayWakeup();
  }

  @Bean
  Counters outboxCounters() {
    return new Counters();
  }

  @Bean
  OutboxListener outboxListener(
      ObjectProvider<Outbound<?>> mappings,
      OutboxTables tables,
      CurrentTrace trace,
      RelayWakeup wakeup) {
    return new OutboxListener(mappings.orderedStream().toList(), tables, trace, wakeup);
  }

  @Bean
  Supplier<RecordSender> outboxSenders(
      OutboxProperties properties,
      @Value("${spring.kafka.bootstrap-servers:localhost:9092}") String springsServers) {
    var servers =
        properties.bootstrapServers() == null ? springsServers : properties.bootstrapServers();
    return () -> new KafkaRecordSender(properties, servers);
  }

  @Bean
  RelayThread outboxRelay(
      DataSource dataSource,
      OutboxTables tables,
      Supplier<RecordSender> senders,
      Counters counters,
      RelayWakeup wakeup,
      OutboxProperties properties,
      FailFast failFast) {
    var lease = new Lease(JdbcClient.create(dataSource), properties.schema(), properties.lease());
    var relay = new Relay(tables, lease, senders, counters, properties.batchSize());
    return new RelayThread(
        relay,
        wakeup,
        properties.pollInterval(),
        properties.gather(),
        properties.shutdown(),
        error -> failFast.end("The outbox's relay", error));
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Tracer.class)
  static class Traced {

    @Bean
    CurrentTrace outboxTrace(ObjectProvider<Tracer> tracer) {
      var found = tracer.getIfAvailable();
      return found == null ? new MdcTrace() : new TracerTrace(found);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass("io.micrometer.tracing.Tracer")
  static class Untraced {

    @Bean
    CurrentTrace outboxTrace() {
      return new MdcTrace();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Endpoint.class)
  static class Operated {

    @Bean
    OutboxEndpoint outboxEndpoint(OutboxTables tables, RelayWakeup wakeup) {
      return new OutboxEndpoint(tables, wakeup);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  static class Watched {

    @Bean
    HealthIndicator outboxHealthIndicator(OutboxTables tables, OutboxProperties properties) {
      return new OutboxHealthIndicator(tables, properties.alarmAfter());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static class Measured {

    @Bean
    MeterBinder outboxMetrics(OutboxTables tables, Counters counters) {
      return new OutboxMetrics(tables, counters);
    }
  }
}
