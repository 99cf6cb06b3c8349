package com.gopher.publications;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The same application with Spring Modulith's registry as it is, for the controls. */
@Configuration(proxyBeanMethods = false)
@EnablePublications
class FrameworkAlone extends WorkingApplication {

  @Bean
  static BeanDefinitionRegistryPostProcessor withoutOurs() {
    return FrameworkAlone::removeOurs;
  }

  private static void removeOurs(BeanDefinitionRegistry beans) {
    beans.removeBeanDefinition("batchingRegistry");
    beans.removeBeanDefinition("publicationRows");
    beans.removeBeanDefinition("completionPostProcessor");
  }
}
