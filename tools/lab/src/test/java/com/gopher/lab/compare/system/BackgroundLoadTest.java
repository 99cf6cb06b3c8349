package com.gopher.lab.compare.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.system.BackgroundLoad.Reading;
import org.junit.jupiter.api.Test;

class BackgroundLoadTest {

  private static final Reading BEGIN = new Reading(1_000, 400, 10, 50);

  @Test
  void ourOwnWorkIsNoDisturbance() {
    assertThat(BackgroundLoad.seen(BEGIN, new Reading(1_200, 560, 10, 205))).isEmpty();
  }

  @Test
  void theWorkOfOthersIs() {
    assertThat(BackgroundLoad.seen(BEGIN, new Reading(1_200, 560, 10, 130)))
        .containsExactly("Other programs used 40 % of the machine's processors.");
  }

  @Test
  void soIsTimeThatTheHostGaveToOthers() {
    assertThat(BackgroundLoad.seen(BEGIN, new Reading(1_200, 420, 30, 50)))
        .singleElement()
        .asString()
        .contains("10 % of its time");
  }

  @Test
  void whereTheKernelDoesNotTellNothingIsClaimed() {
    var silent = new Reading(0, 0, 0, 50);

    assertThat(BackgroundLoad.seen(silent, silent)).isEmpty();
  }
}
