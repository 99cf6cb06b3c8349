package com.gopher.sabotage;

import com.gophershop.DeliveryMode;
import com.gophershop.ModeInForce;
import java.lang.reflect.Method;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;

/**
 * A shop that reads the mode of delivery when a request for an order comes in, and uses what it has
 * read in a transaction that begins a second later: its catalog is slow.
 */
@Sabotage(name = "mode-read-beforehand")
class ModeReadBeforehand {

  private static final long SLOW_MILLIS = 1_000;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor modeReadBeforehand(ObjectProvider<ModeInForce> modes) {
    var read = new ThreadLocal<DeliveryMode>();
    MethodInterceptor harm =
        call ->
            call.getMethod().getName().equals("enter")
                ? enter(call, modes, read)
                : mode(call, read);
    var advisor = new DefaultPointcutAdvisor(new PlacingAnOrder(), harm);
    // Before a transaction begins.
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  private static Object enter(
      MethodInvocation call, ObjectProvider<ModeInForce> modes, ThreadLocal<DeliveryMode> read)
      throws Throwable {
    read.set(modes.getObject().mode());
    try {
      Thread.sleep(SLOW_MILLIS);
      return call.proceed();
    } finally {
      read.remove();
    }
  }

  private static Object mode(MethodInvocation call, ThreadLocal<DeliveryMode> read)
      throws Throwable {
    DeliveryMode before = read.get();
    return before == null ? call.proceed() : before;
  }

  /** Named and not referred to: both are their module's own. */
  private static final class PlacingAnOrder extends StaticMethodMatcherPointcut {

    private static final Set<String> METHODS =
        Set.of("com.gophershop.order.OrderEntry.enter", "com.gophershop.order.DeliveryModes.mode");

    @Override
    public boolean matches(Method method, Class<?> type) {
      return METHODS.contains(method.getDeclaringClass().getName() + "." + method.getName());
    }
  }
}
