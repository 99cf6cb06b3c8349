package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayWakeupTest {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration GATHER = Duration.ofMillis(80);

  private final RelayWakeup wakeup = new RelayWakeup();

  @Test
  void aSignalAfterALongRestIsHeardAtOnce() {
    wakeup.signal();

    assertTimeoutPreemptively(SOON, () -> wakeup.await(LONG, System.nanoTime() - 1));
  }

  @Test
  void aSignalSoonAfterTheLastLookWaitsForThoseThatFollow() throws InterruptedException {
    long begin = System.nanoTime();
    wakeup.signal();

    wakeup.await(LONG, begin + GATHER.toNanos());

    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(GATHER.toNanos());
  }

  @Test
  void manySignalsAreOne() throws InterruptedException {
    wakeup.signal();
    wakeup.signal();
    wakeup.await(LONG, System.nanoTime());
    long begin = System.nanoTime();

    wakeup.await(GATHER, begin);

    assertThat(System.nanoTime() - begin)
        .as("it waits until the time is over, since no signal is left")
        .isGreaterThanOrEqualTo(GATHER.toNanos());
  }
}
