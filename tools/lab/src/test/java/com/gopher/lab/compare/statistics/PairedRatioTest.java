package com.gopher.lab.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On systems whose truth is known. */
class PairedRatioTest {

  @Test
  void whatTheMachineDoesToBothOfAPairIsNoNoise() {
    PairedRatio paired = PairedRatio.of(List.of(1.0, 2.0, 4.0, 3.0), List.of(2.0, 4.0, 8.0, 6.0));

    assertThat(paired.ratio()).isCloseTo(0.5, within(1e-9));
    assertThat(paired.interval().high() - paired.interval().low()).isCloseTo(0, within(1e-9));
  }

  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    var random = new Random(7);
    int held = 0;
    for (int session = 0; session < 1_000; session++) {
      var ones = new ArrayList<Double>();
      var others = new ArrayList<Double>();
      for (int pair = 0; pair < 4; pair++) {
        ones.add(0.5 * Math.exp(0.1 * random.nextGaussian()));
        others.add(Math.exp(0.1 * random.nextGaussian()));
      }
      held += PairedRatio.of(ones, others).interval().contains(0.5) ? 1 : 0;
    }

    // The control is its upper end: an interval that always holds is too wide to say anything.
    assertThat(held).isBetween(925, 975);
  }

  @Test
  void onePairHasNoInterval() {
    assertThatThrownBy(() -> PairedRatio.of(List.of(1.0), List.of(2.0)))
        .hasMessageContaining("two pairs");
  }
}
