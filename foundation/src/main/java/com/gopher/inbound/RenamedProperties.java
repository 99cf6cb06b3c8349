package com.gopher.inbound;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Refuses the names that the properties of the way in had before: ignored, they would mislead. */
@Configuration(proxyBeanMethods = false)
class RenamedProperties {

  private static final List<String> NAMES = List.of("enabled", "reader", "topics", "partitions");

  @Bean
  static BeanFactoryPostProcessor refuseNamesOfBefore(Environment environment) {
    return beans -> {
      Binder binder = Binder.get(environment);
      for (String name : NAMES) {
        if (binder.bind("intake." + name, String.class).isBound()) {
          throw new RenamedPropertyException("intake." + name, "inbound." + name);
        }
      }
    };
  }
}
