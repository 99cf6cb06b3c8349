package com.gopher.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.ClaimText;
import com.gopher.lab.compare.claim.Experiment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentsTest {

  static List<Experiment> all() {
    return Experiments.byName();
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachExperimentSaysBeforehandWhichEffectWouldBeOfInterest(Experiment experiment) {
    ClaimText text = experiment.text();

    assertThat(text.smallestEffects())
        .isNotEmpty()
        .allSatisfy(effect -> assertThat(effect).matches("[^:]+: [0-9.]+ .+\\. .+\\."));
  }
}
