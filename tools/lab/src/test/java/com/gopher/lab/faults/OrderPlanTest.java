package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderPlanTest {

  @Test
  void theSameSeedGivesTheSameCalls() {
    assertThat(calls(new OrderPlan(7, 25))).isEqualTo(calls(new OrderPlan(7, 25)));
    assertThat(calls(new OrderPlan(7, 25))).isNotEqualTo(calls(new OrderPlan(8, 25)));
  }

  @Test
  void onlyWhatWasPlacedBeforeIsCancelled() {
    var plan = new OrderPlan(7, 25);
    assertThat(LongStream.range(0, 1_000).filter(plan::isCancellation).boxed())
        .hasSizeBetween(200, 300)
        .allSatisfy(
            number -> {
              assertThat(plan.target(number)).isBetween(0L, number - 1);
              assertThat(plan.isCancellation(plan.target(number))).isFalse();
            });
  }

  @Test
  void customersWhoNeverRegretCancelNothing() {
    var plan = new OrderPlan(7, 0);

    assertThat(LongStream.range(0, 1_000).filter(plan::isCancellation)).isEmpty();
  }

  private static List<String> calls(OrderPlan plan) {
    return LongStream.range(0, 200)
        .mapToObj(
            number ->
                plan.isCancellation(number) ? "cancel " + plan.target(number) : plan.key(number))
        .toList();
  }
}
