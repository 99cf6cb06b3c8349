package com.gopher.sabotage;

import com.gophershop.DeliveryMode;
import com.gophershop.ModeInForce;
import com.gophershop.order.Decider;
import com.gophershop.order.OrderPlaced;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;

/**
 * A shop whose module {@code delivery} does not believe what an order says about its decider: when
 * it comes to ship it, a moment after it was placed, it asks for the mode that is in force by then.
 */
@Sabotage(name = "decider-looked-up-again")
class DeciderLookedUpAgain {

  /** As an event waits for its listener in a shop that has much to do. */
  private static final long WAIT_MILLIS = 400;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor deciderLookedUpAgain(ObjectProvider<ModeInForce> modes) {
    MethodInterceptor harm =
        call -> {
          Thread.sleep(WAIT_MILLIS);
          Decider now =
              modes.getObject().mode() == DeliveryMode.EXTRACTED ? Decider.TRACKER : Decider.SHOP;
          var placed = (OrderPlaced) call.getArguments()[0];
          ((ProxyMethodInvocation) call).setArguments(decidedBy(now, placed));
          return call.proceed();
        };
    var advisor = new DefaultPointcutAdvisor(new HearingOfAnOrder(), harm);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  private static OrderPlaced decidedBy(Decider decider, OrderPlaced placed) {
    return new OrderPlaced(
        placed.orderId(),
        placed.sequence(),
        decider,
        placed.customerId(),
        placed.lines(),
        placed.total(),
        placed.placedAt());
  }

  /** Named and not referred to: nothing refers to that module. */
  private static final class HearingOfAnOrder extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      return method.getDeclaringClass().getName().startsWith("com.gophershop.delivery.")
          && method.getParameterCount() == 1
          && method.getParameterTypes()[0] == OrderPlaced.class;
    }
  }
}
