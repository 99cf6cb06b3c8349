package com.gopher.sabotage;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** A loop in shipping that does not end: each caller stays in it, and computes. */
@Sabotage(name = "spin-cpu")
class SpinCpu {

  private static final int ROUNDS_PER_LOOK = 1_000_000;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor spinningShipping(Environment environment) {
    Trigger trigger = Trigger.of("spin-cpu", environment);
    MethodInterceptor harm =
        call -> {
          while (trigger.isPulled()) {
            spin();
          }
          return call.proceed();
        };
    return ShippingCalls.around(harm);
  }

  private static void spin() {
    for (int round = 0; round < ROUNDS_PER_LOOK; round++) {
      Thread.onSpinWait();
    }
  }
}
