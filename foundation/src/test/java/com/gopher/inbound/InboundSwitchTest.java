package com.gopher.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.failfast.FailFast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The way in from Kafka is there by one line, and its properties by their present names. */
class InboundSwitchTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
          .withPropertyValues("inbound.reader=test", "inbound.topics=");

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
