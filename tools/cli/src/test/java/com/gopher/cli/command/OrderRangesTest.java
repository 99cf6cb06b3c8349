package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Shop and tracker work at most a fifth of the time for a comparison. */
class OrderRangesTest {

  @Test
  void afterARangeNothingIsAskedForFourTimesAsLong() {
    assertThat(OrderRanges.pauseAfter(Duration.ofMillis(20))).isEqualTo(Duration.ofMillis(80));
  }

  @Test
  void aMachineThatIsQuickWorksStillLess() {
    assertThat(OrderRanges.pauseAfter(Duration.ofMillis(3))).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void whoHadToWaitForLongDoesNotWaitForMinutesMore() {
    assertThat(OrderRanges.pauseAfter(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(2));
  }
}
