package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPauseTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "64, 300", "2000000000, 300"})
  void pausesDoubleUpToFiveMinutes(int attempts, long seconds) {
    assertThat(RetryPause.DEFAULT.after(attempts)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
