package com.gopher.lab.compare.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClaimTextTest {

  private static final String MARKDOWN =
      """
      # Roads take time.

      - name: roads
      - seconds: 60
      - seconds with --quick: 20
      - part of --quick: yes
      - compares figures that noise can change: no

      ## Hypothesis

      It takes twice
      as long.

      ## Smallest effect of interest

      - latency: 1.5 times. Nobody notices
        less.
      - memory: 2 times. It is cheap.

      ## Method

      - Orders leave by the clock.
      - Nothing is averaged.

      ## What it cannot show

      - A network.
      """;

  private final ClaimText text = ClaimText.parse(MARKDOWN);

  @Test
  void eachSectionIsReadAndItsLinesAreJoined() {
    assertThat(text.claim()).isEqualTo("Roads take time.");
    assertThat(text.hypothesis()).isEqualTo("It takes twice as long.");
    assertThat(text.smallestEffects())
        .containsExactly(
            "latency: 1.5 times. Nobody notices less.", "memory: 2 times. It is cheap.");
    assertThat(text.method()).containsExactly("Orders leave by the clock.", "Nothing is averaged.");
    assertThat(text.cannotShow()).containsExactly("A network.");
  }

  @Test
  void whatIsNoSentenceIsReadToo() {
    assertThat(text.name()).isEqualTo("roads");
    assertThat(text.takes(Depth.FULL)).hasMinutes(1);
    assertThat(text.takes(Depth.QUICK)).hasSeconds(20);
    assertThat(text.isQuick()).isTrue();
    assertThat(text.comparesFigures()).isFalse();
  }

  @Test
  void theSmallestEffectIsANumberOfTheText() {
    assertThat(text.smallest("latency")).isEqualTo(1.5);
    assertThat(text.smallest("memory")).isEqualTo(2);
  }

  @Test
  void anEffectThatIsNotStatedBeforehandIsNone() {
    assertThatThrownBy(() -> text.smallest("processor time"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not say: processor time");
  }

  @Test
  void aTextThatLeavesOutWhatItCannotShowIsRefused() {
    assertThatThrownBy(() -> ClaimText.parse(MARKDOWN.replace("- A network.\n", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("What it cannot show");
  }
}
