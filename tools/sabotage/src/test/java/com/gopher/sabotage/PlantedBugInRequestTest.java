package com.gopher.sabotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PlantedBugInRequestTest {

  /** Takes orders. */
  interface Till {
    String place(Object order);
  }

  private final PointcutAdvisor bug =
      (PointcutAdvisor) PlantedBugInRequest.plantedBugInRequest(sevenIsBuggy());

  @Test
  void liesWhereTheShopPlacesAnOrder() throws ClassNotFoundException {
    Class<?> checkout = Class.forName("com.gophershop.order.Checkout");

    assertThat(Arrays.stream(checkout.getDeclaredMethods()))
        .anyMatch(method -> isHarmed(method, checkout));
  }

  @Test
  void anOrderOfOneQuantityMeetsItTwoCallsDeepAndOthersDoNot() {
    var factory = new ProxyFactory((Till) order -> "placed");
    factory.addAdvice(bug.getAdvice());
    var till = (Till) factory.getProxy();

    assertThatCode(() -> till.place("Line[quantity=6], Line[quantity=77]"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> till.place("Line[quantity=1], Line[quantity=7]"))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("Discounts.discountOf");
  }

  private boolean isHarmed(Method method, Class<?> type) {
    return bug.getPointcut().getMethodMatcher().matches(method, type);
  }

  private static StandardEnvironment sevenIsBuggy() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("bug.quantity", "7")));
    return environment;
  }
}
