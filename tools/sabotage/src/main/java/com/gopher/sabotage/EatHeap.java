package com.gopher.sabotage;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Shipping keeps what it should let go, until its process has no memory left. */
@Sabotage(name = "eat-heap")
class EatHeap {

  private static final int FIRST_BITE = 16 * 1024 * 1024;
  private static final int LAST_BITE = 1024;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor heapEatingShipping(Environment environment) {
    Trigger trigger = Trigger.of("eat-heap", environment);
    Queue<byte[]> eaten = new ConcurrentLinkedQueue<>();
    MethodInterceptor harm =
        call -> {
          if (trigger.isPulled()) {
            eat(eaten);
          }
          return call.proceed();
        };
    return ShippingCalls.around(harm);
  }

  /** As a leak of small objects would in the end: nothing more fits, however small. */
  private static void eat(Queue<byte[]> eaten) {
    for (int bite = FIRST_BITE; bite >= LAST_BITE; ) {
      try {
        eaten.add(new byte[bite]);
      } catch (OutOfMemoryError full) {
        bite /= 2;
      }
    }
  }
}
