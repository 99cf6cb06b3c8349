package com.gopher.sabotage;

import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings that win over all others, made before any bean reads them. */
final class Settings {

  private Settings() {}

  static BeanFactoryPostProcessor override(
      ConfigurableEnvironment environment, Map<String, Object> settings) {
    return beans ->
        environment
            .getPropertySources()
            .addFirst(new MapPropertySource("sabotage " + settings, settings));
  }

  /** Puts an interceptor into the producer that empties the outbox. */
  static BeanFactoryPostProcessor interceptTheRelay(
      ConfigurableEnvironment environment, Class<?> interceptor) {
    return override(
        environment, Map.of("outbox.producer.interceptor.classes", interceptor.getName()));
  }
}
