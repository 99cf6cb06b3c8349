package com.gopher.sabotage;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * A bug on the way of the request, in the code that places an order: for some quantities it finds
 * no discount, and does not expect that. The property {@code bug.quantity} says for which.
 */
@Sabotage(name = "planted-bug-in-request")
class PlantedBugInRequest {

  private static final Pattern QUANTITY = Pattern.compile("quantity=(\\d+)");

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor plantedBugInRequest(Environment environment) {
    var discounts = new Discounts(environment.getRequiredProperty("bug.quantity", Integer.class));
    MethodInterceptor lookup =
        placing -> {
          // By its text, because the shop keeps the type of its requests to itself.
          Matcher quantity = QUANTITY.matcher(String.valueOf(placing.getArguments()[0]));
          while (quantity.find()) {
            discounts.check(Integer.parseInt(quantity.group(1)));
          }
          return placing.proceed();
        };
    return new DefaultPointcutAdvisor(placingAnOrder(), lookup);
  }

  private static StaticMethodMatcherPointcut placingAnOrder() {
    return new StaticMethodMatcherPointcut() {
      @Override
      public boolean matches(Method method, Class<?> type) {
        return type.getName().equals("com.gophershop.order.Checkout")
            && method.getName().equals("place");
      }
    };
  }

  /** Which discount an order of some pieces gets, in percent. One is missing. */
  private static final class Discounts {

    private static final int MOST = 999;

    private final Map<Integer, Integer> percent = new ConcurrentHashMap<>();

    /**
     * @param missing the quantity for which there is none
     */
    Discounts(int missing) {
      for (int quantity = 1; quantity <= MOST; quantity++) {
        percent.put(quantity, 0);
      }
      percent.remove(missing);
    }

    void check(int quantity) {
      if (discountOf(quantity) > 0) {
        throw new IllegalStateException("Nobody granted a discount");
      }
    }

    /** The bug: it is null for some quantities. */
    private @Nullable Integer discountOf(int quantity) {
      return percent.get(quantity);
    }
  }
}
