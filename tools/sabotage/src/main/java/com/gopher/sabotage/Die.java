package com.gopher.sabotage;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Shipping ends its process without a word, as a fault in native code does. */
@Sabotage(name = "die")
class Die {

  /** What a shell shows of a process that was killed. */
  private static final int KILLED = 137;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor deadlyShipping(Environment environment) {
    Trigger trigger = Trigger.of("die", environment);
    MethodInterceptor harm =
        call -> {
          if (trigger.isPulled()) {
            Runtime.getRuntime().halt(KILLED);
          }
          return call.proceed();
        };
    return ShippingCalls.around(harm);
  }
}
