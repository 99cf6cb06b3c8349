package com.gotracker.shipping;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody listens to Kafka here: the shop calls. */
@Configuration(proxyBeanMethods = false)
class NoMessages {

  /** The listener of the shop's records, as the component scan calls it. */
  private static final String LISTENER = "orderRecords";

  @Bean
  static BeanDefinitionRegistryPostProcessor withoutTheListener() {
    return registry -> registry.removeBeanDefinition(LISTENER);
  }
}
