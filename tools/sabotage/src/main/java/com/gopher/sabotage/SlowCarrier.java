package com.gopher.sabotage;

import java.time.Duration;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * A carrier whose answer takes its time ({@code sabotage.carrier}, for example {@code 50ms}) and
 * who takes one parcel per call. The wait holds no transaction and no lock; but a process's clock
 * has one thread, so this is the least time between two parcels of one process.
 */
@Sabotage(name = "slow-carrier")
class SlowCarrier {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor slowShipping(Environment environment) {
    Duration answer =
        DurationStyle.detectAndParse(environment.getRequiredProperty("sabotage.carrier"));
    MethodInterceptor harm =
        call -> call.getMethod().getName().equals("ship") ? oneByOne(call, answer) : call.proceed();
    return ShippingCalls.around(harm);
  }

  /** Ships as many as was asked for, one at a time. */
  private static Object oneByOne(MethodInvocation call, Duration answer) throws Throwable {
    int limit = (int) call.getArguments()[0];
    int shipped = 0;
    while (shipped < limit && ship(1, call) == 1) {
      shipped++;
      Thread.sleep(answer.toMillis());
    }
    return shipped;
  }

  private static int ship(int limit, MethodInvocation call) throws Throwable {
    return (int) ((ProxyMethodInvocation) call).invocableClone(limit).proceed();
  }
}
