package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.order.OrderTimes.Answered;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is usual is measured without the work, and the work pauses when orders take far longer. */
class OrderTimesTest {

  private long nanos;
  private Answered answered = new Answered(0, 0);
  private final OrderTimes times = new OrderTimes(() -> answered, () -> nanos);

  @Test
  void beforeTheWorkBeginsItIsMeasuredWhatIsUsual() {
    assertThat(times.reasonToPause()).contains("it is measured how long orders usually take");

    aSecondWith(50, 10);

    assertThat(times.reasonToPause()).isEmpty();
  }

  @Test
  void ordersThatTakeFarLongerStopTheWorkForASecond() {
    aSecondWith(50, 10);
    assertThat(times.reasonToPause()).isEmpty();
    aSecondWith(50, 20);
    assertThat(times.reasonToPause()).as("within twice").isEmpty();

    aSecondWith(50, 40);

    assertThat(times.reasonToPause())
        .contains("orders take longer than usual: 40 ms instead of 10 ms");
    aSecondWith(50, 10);
    assertThat(times.reasonToPause()).isEmpty();
  }

  @Test
  void aShopThatIsSlowForAnotherReasonDoesNotHoldTheWorkUpForEver() {
    aSecondWith(50, 10);
    times.reasonToPause();
    aSecondWith(50, 100);
    assertThat(times.reasonToPause()).isPresent();

    aSecondWith(50, 100);
    times.reasonToPause();
    aSecondWith(50, 100);

    assertThat(times.reasonToPause()).as("100 ms became usual without the work").isEmpty();
  }

  @Test
  void aShopWithoutOrdersHasNothingToProtect() {
    aSecondWith(0, 0);
    assertThat(times.reasonToPause()).isEmpty();
    aSecondWith(3, 500);
    assertThat(times.reasonToPause()).isEmpty();
  }

  @Test
  void whenOrdersComeLaterTheUsualIsMeasuredThen() {
    aSecondWith(0, 0);
    assertThat(times.reasonToPause()).isEmpty();

    aSecondWith(50, 30);

    assertThat(times.reasonToPause()).contains("it is measured how long orders usually take");
    aSecondWith(50, 10);
    assertThat(times.reasonToPause()).isEmpty();
  }

  private void aSecondWith(long orders, double millisEach) {
    nanos += Duration.ofSeconds(1).toNanos();
    answered = new Answered(answered.orders() + orders, answered.millis() + orders * millisEach);
  }
}
