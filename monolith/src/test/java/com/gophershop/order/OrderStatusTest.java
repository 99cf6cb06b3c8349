package com.gophershop.order;

import static com.gophershop.order.OrderStatus.CANCELLED;
import static com.gophershop.order.OrderStatus.CANCELLING;
import static com.gophershop.order.OrderStatus.DELIVERED;
import static com.gophershop.order.OrderStatus.PLACED;
import static com.gophershop.order.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTest {
  private static final Map<OrderStatus, Set<OrderStatus>> ALLOWED =
      Map.of(
          PLACED, EnumSet.of(CANCELLING, CANCELLED, SHIPPED, DELIVERED),
          CANCELLING, EnumSet.of(CANCELLED, SHIPPED, DELIVERED),
          SHIPPED, EnumSet.of(DELIVERED),
          CANCELLED, EnumSet.noneOf(OrderStatus.class),
          DELIVERED, EnumSet.noneOf(OrderStatus.class));

  @ParameterizedTest
  @EnumSource
  void anOrderMovesForwardOnlyAndMaySkipSteps(OrderStatus from) {
    for (OrderStatus to : OrderStatus.values()) {
      assertThat(from.mayBecome(to))
          .as("%s to %s", from, to)
          .isEqualTo(ALLOWED.get(from).contains(to));
    }
  }
}
