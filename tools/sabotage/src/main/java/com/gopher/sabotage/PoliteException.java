package com.gopher.sabotage;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Shipping fails as code is expected to fail: with an exception, each time it is called. */
@Sabotage(name = "polite-exception")
class PoliteException {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor failingShipping(Environment environment) {
    Trigger trigger = Trigger.of("polite-exception", environment);
    MethodInterceptor harm =
        call -> {
          if (trigger.isPulled()) {
            throw new IllegalStateException("The carrier prints no labels today");
          }
          return call.proceed();
        };
    return ShippingCalls.around(harm);
  }
}
