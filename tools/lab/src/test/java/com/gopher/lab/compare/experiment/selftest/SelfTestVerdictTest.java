package com.gopher.lab.compare.experiment.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Compared;
import com.gopher.lab.compare.claim.Verdict;
import org.junit.jupiter.api.Test;

class SelfTestVerdictTest {

  @Test
  void aComparisonThatSeesOnlyThePlantedSlowdownCanBeBelieved() {
    assertThat(verdict(4_100, 5_200)).isEqualTo(Verdict.SHOWN);
  }

  @Test
  void onATooNoisyMachineItSeesNothing() {
    assertThat(verdict(4_100, 4_400)).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void oneThatFindsADifferenceWhereThereIsNoneIsRefuted() {
    assertThat(verdict(5_000, 5_200)).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void soIsOneThatFindsTheSlowedSystemFaster() {
    assertThat(verdict(4_000, 3_000)).isEqualTo(Verdict.CONTRARY);
  }

  private static Verdict verdict(double again, double slowed) {
    return new SelfTestVerdict(
            Compared.of("accepted p50", 4_000, again), Compared.of("accepted p50", 4_000, slowed))
        .verdict();
  }
}
