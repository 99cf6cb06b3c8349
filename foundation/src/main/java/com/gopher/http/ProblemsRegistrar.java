package com.gopher.http;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/** Answers failures in the name that the application gave to {@link EnableHttp}. */
final class ProblemsRegistrar implements ImportBeanDefinitionRegistrar {

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata application, BeanDefinitionRegistry beans) {
    String program = application.getAnnotations().get(EnableHttp.class).getString("program");
    beans.registerBeanDefinition(
        "problems",
        BeanDefinitionBuilder.rootBeanDefinition(Problems.class)
            .addConstructorArgValue(program)
            .getBeanDefinition());
  }
}
