package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Shop and tracker work at most a ninth of the time for a comparison. */
class OrderRangesTest {

  @Test
  void afterARangeNothingIsAskedForEightTimesAsLong() {
    assertThat(OrderRanges.pauseAfter(Duration.ofMillis(50))).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void aMachineThatIsQuickWorksStillLess() {
    assertThat(OrderRanges.pauseAfter(Duration.ofMillis(3))).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void whoHadToWaitForLongDoesNotWaitForMinutesMore() {
    assertThat(OrderRanges.pauseAfter(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(2));
  }
}
