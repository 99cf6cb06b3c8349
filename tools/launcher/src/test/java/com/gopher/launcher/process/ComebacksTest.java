package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComebacksTest {

  private static final long TWO_HOURS = Duration.ofHours(2).toNanos();
  private static final long A_START = Duration.ofSeconds(20).toNanos();

  private final Comebacks comebacks = new Comebacks(0);

  @Test
  void thePausesGrowAndHaveAnEnd() {
    assertThat(
            IntStream.of(0, 1, 2, 5, 6, 40)
                .mapToObj(Comebacks::pauseAfter)
                .map(pause -> pause.toMillis()))
        .containsExactly(500L, 1_000L, 2_000L, 16_000L, 30_000L, 30_000L);
  }

  /** As on a full disk: what ran for hours dies, and no start of it comes to its end. */
  @Test
  void startsThatFailAreGivenUpHoweverLongItRanBefore() {
    long now = TWO_HOURS;
    for (int attempt = 0; attempt < Comebacks.MOST; attempt++) {
      assertThat(comebacks.isLast()).isFalse();
      assertThat(comebacks.pauseBeforeNext(now)).isEqualTo(Comebacks.pauseAfter(attempt));
      now += A_START;
      comebacks.attempted(now);
    }

    assertThat(comebacks.isLast()).isTrue();
    assertThat(comebacks.pauseBeforeNext(now)).isNull();
  }

  @Test
  void whatHasRunForAMinuteBeginsAnew() {
    comebacks.pauseBeforeNext(TWO_HOURS);
    comebacks.pauseBeforeNext(TWO_HOURS);
    comebacks.attempted(TWO_HOURS);

    long later = TWO_HOURS + Duration.ofSeconds(61).toNanos();

    assertThat(comebacks.pauseBeforeNext(later)).isEqualTo(Comebacks.pauseAfter(0));
  }
}
