package com.gophershop;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides whether this process has to do with Kafka at all: if its shipping is extracted, or if
 * somebody says where Kafka is. Otherwise nothing of it is even set up. Whatever is set by hand
 * wins.
 */
class MessagingSwitch implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean open =
        environment.containsProperty("spring.kafka.bootstrap-servers")
            || "extracted".equalsIgnoreCase(environment.getProperty("shop.delivery"));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("road", open ? settings() : closed()));
  }

  private static Map<String, Object> settings() {
    return Map.of(
        "outbox.enabled",
        "true",
        "inbound.enabled",
        "true",
        "spring.kafka.bootstrap-servers",
        "127.0.0.1:9092");
  }

  private static Map<String, Object> closed() {
    return Map.of("spring.autoconfigure.exclude", KafkaAutoConfiguration.class.getName());
  }
}
