package com.gopher.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.database.SchemaOwner;
import com.gopher.database.Schemas;
import com.gopher.failfast.FailFast;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The way in from Kafka is there by one line, and its properties by their present names. */
class InboundSwitchTest {

  private static final DataSource DATABASE =
      new DriverManagerDataSource("jdbc:h2:mem:inbound-switch");

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
          .withBean(JdbcClient.class, () -> JdbcClient.create(DATABASE))
          .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(DATABASE))
          .withBean(Schemas.class, () -> Schemas.of(SchemaOwner.named("test", "test")))
          .withPropertyValues("inbound.reader=test", "inbound.schema=test", "inbound.topics=");

  @EnableInbound
  private static final class SwitchedOn {}

  @Test
  void withoutTheSwitchNothingOfItIsThere() {
    application.run(
        context ->
            assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(Inbound.class)
                .doesNotHaveBean(FailFast.class));
  }

  @Test
  void withTheSwitchItIsThereUnlessItsPropertySaysNo() {
    application
        .withUserConfiguration(SwitchedOn.class)
        .withPropertyValues("inbound.enabled=false")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Inbound.class));
    application
        .withUserConfiguration(SwitchedOn.class)
        .withPropertyValues("spring.kafka.bootstrap-servers=127.0.0.1:1")
        .run(context -> assertThat(context).hasSingleBean(Inbound.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"enabled", "reader", "topics", "partitions"})
  void aPropertyByItsOldNameIsRefusedWithItsNewOne(String name) {
    application
        .withUserConfiguration(SwitchedOn.class)
        .withPropertyValues("intake." + name + "=1")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasMessage("The property intake.%1$s is called inbound.%1$s now.", name));
  }
}
