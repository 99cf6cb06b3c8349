package com.gopher.sabotage;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicLong;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;

/**
 * Each fifth event is not dealt with at its first attempt, so that there is always one to retry.
 */
@Sabotage(name = "listeners-fail-at-times")
class ListenersFailAtTimes {

  private static final int EACH = 5;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor failingAtTimes() {
    var calls = new AtomicLong();
    MethodInterceptor failing =
        call -> {
          if (calls.incrementAndGet() % EACH == 0) {
            throw new IllegalStateException("Planted: this attempt fails");
          }
          return call.proceed();
        };
    return new DefaultPointcutAdvisor(new Listeners(), failing);
  }

  private static final class Listeners extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      return AnnotatedElementUtils.hasAnnotation(method, ApplicationModuleListener.class);
    }
  }
}
