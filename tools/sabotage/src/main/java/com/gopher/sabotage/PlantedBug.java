package com.gopher.sabotage;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * A bug in the code that stores shipments, as a colleague might have left it there: for some orders
 * it finds no depot, and does not expect that. The property {@code bug.digit} says which orders:
 * those whose id ends with it.
 */
@Sabotage(name = "planted-bug")
class PlantedBug {

  private static final Pattern ORDER = Pattern.compile("orderId=([0-9a-f-]{36})");

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor plantedBug(Environment environment) {
    var depots = new Depots(environment.getRequiredProperty("bug.digit").charAt(0));
    MethodInterceptor lookup =
        storing -> {
          // By its text, because a shipment of the one process is no shipment to the other.
          Matcher order = ORDER.matcher(String.valueOf(storing.getArguments()[0]));
          while (order.find()) {
            depots.reserve(order.group(1));
          }
          return storing.proceed();
        };
    return new DefaultPointcutAdvisor(new StoredShipments(), lookup);
  }

  /** The method that stores new shipments, in whatever process has one. */
  private static final class StoredShipments extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      return method.getName().equals("add")
          && method.getDeclaringClass().getSimpleName().equals("Shipments");
    }
  }

  /** Which depot a parcel leaves from. One is missing. */
  private static final class Depots {

    private final Map<Character, AtomicInteger> parcels = new ConcurrentHashMap<>();

    /**
     * @param missing the last digit of the ids of those orders for which there is none
     */
    Depots(char missing) {
      for (char digit : "0123456789abcdef".toCharArray()) {
        parcels.put(digit, new AtomicInteger());
      }
      parcels.remove(missing);
    }

    void reserve(String orderId) {
      depotOf(orderId).incrementAndGet();
    }

    /** The bug: it is null for some orders. */
    private AtomicInteger depotOf(String orderId) {
      return parcels.get(orderId.charAt(orderId.length() - 1));
    }
  }
}
