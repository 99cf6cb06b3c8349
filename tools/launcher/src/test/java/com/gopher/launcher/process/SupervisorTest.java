package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupervisorTest {

  @Test
  void thePausesGrowAndHaveAnEnd() {
    assertThat(
            IntStream.of(0, 1, 2, 5, 6, 40)
                .mapToObj(Supervisor::pauseAfter)
                .map(pause -> pause.toMillis()))
        .containsExactly(500L, 1_000L, 2_000L, 16_000L, 30_000L, 30_000L);
  }
}
