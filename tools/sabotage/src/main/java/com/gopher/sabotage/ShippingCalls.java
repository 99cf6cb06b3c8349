package com.gopher.sabotage;

import java.lang.reflect.Method;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.Ordered;

/**
 * The calls of the code that decides about parcels, wherever it lives: as a module of the shop or
 * as a service of its own. It is named and not referred to, because no process has both.
 */
final class ShippingCalls extends StaticMethodMatcherPointcut {

  private static final Set<String> DISPATCH =
      Set.of("com.gophershop.delivery.Dispatch", "com.gotracker.shipping.Dispatch");

  private ShippingCalls() {
    setClassFilter(type -> DISPATCH.contains(type.getName()));
  }

  /** Lets something happen around each call of it, before any transaction begins. */
  static Advisor around(MethodInterceptor harm) {
    var advisor = new DefaultPointcutAdvisor(new ShippingCalls(), harm);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  @Override
  public boolean matches(Method method, Class<?> type) {
    return true;
  }
}
