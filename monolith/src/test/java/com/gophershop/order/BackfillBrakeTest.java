package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The backfill waits for the outbox, for the listeners and for customers, and says for which. */
class BackfillBrakeTest {

  private final ThreadPoolTaskExecutor listeners = new ThreadPoolTaskExecutor();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private long unsent;
  private BackfillBrake brake;

  @BeforeEach
  void oneListenerAtATime() {
    listeners.setCorePoolSize(1);
    listeners.setMaxPoolSize(1);
    listeners.initialize();
    brake =
        new BackfillBrake(
            limit -> Math.min(limit, unsent), listeners, 8, new SimpleMeterRegistry());
  }

  @AfterEach
  void end() {
    hanging.countDown();
    listeners.shutdown();
  }

  @Test
  void itWaitsWhileTheOutboxIsAboveItsBound() {
    unsent = BackfillBrake.MOST_UNSENT;
    assertThat(reason()).isEmpty();

    unsent++;

    assertThat(reason()).contains("more than 1000 records wait to be sent");
  }

  @Test
  void itWaitsWhileListenersAreBehind() {
    for (int i = 0; i < 3; i++) {
      listeners.execute(this::hang);
    }
    assertThat(reason()).as("one at work, two wait").isEmpty();

    listeners.execute(this::hang);

    assertThat(reason()).contains("3 events wait for their listeners");
  }

  @Test
  void itWaitsForCustomersWhoseOrdersAreMeasured() {
    var beforeTheFirstOne = new OrderTimes(() -> new OrderTimes.Answered(0, 0), () -> 0);

    assertThat(brake.reasonToPause(beforeTheFirstOne))
        .isPresent()
        .isEqualTo(beforeTheFirstOne.reasonToPause());
  }

  private Optional<String> reason() {
    long[] nanos = {0};
    var quiet = new OrderTimes(() -> new OrderTimes.Answered(0, 0), () -> nanos[0]);
    nanos[0] = 2_000_000_000L;
    return brake.reasonToPause(quiet);
  }

  private void hang() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
