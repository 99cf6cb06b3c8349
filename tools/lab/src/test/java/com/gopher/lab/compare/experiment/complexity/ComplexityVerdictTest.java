package com.gopher.lab.compare.experiment.complexity;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Footprint;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.experiment.complexity.ComplexityVerdict.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplexityVerdictTest {

  private static final Survival SHUT = new Survival(2, 3, 0, 0);
  private static final Survival OPEN = new Survival(100, 100, 0, 100);
  private static final Survival CURRENT = new Survival(100, 100, 99, 80);
  private static final Survival ALL = new Survival(100, 100, 99, 100);

  private static final Step CASTLE = step("castle", 1, 400, SHUT);
  private static final Step CITY = step("city", 3, 800, OPEN);
  private static final Step GATEWAY = step("gateway", 4, 1_000, CURRENT);
  private static final Step MAP = step("map", 5, 1_200, ALL);

  @Test
  void eachStepTakesAndBrings() {
    var verdict = of(CASTLE, CITY, GATEWAY, MAP);

    assertThat(verdict.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict.because())
        .contains("castle: 1 process, 2 ports, 10 settings, 400 MB; city")
        .contains("gateway: 4 processes, 8 ports, 40 settings, 1000 MB, and what goes on that did")
        .contains(
            "current parcels while one that ships is dead, and no more: parcels while one that ships is added; map");
  }

  @Test
  void aStepThatBringsNothingDoesNotShowIt() {
    var verdict = of(CASTLE, CITY, step("gateway", 4, 1_000, OPEN));

    assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict.because()).contains("and nothing goes on that did not before");
  }

  @Test
  void aStepThatTakesTooLittleDoesNotShowIt() {
    assertThat(of(CASTLE, CITY, step("gateway", 4, 810, CURRENT)).verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aStepThatSavesIsContrary() {
    assertThat(of(CASTLE, step("city", 3, 300, OPEN)).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  private static ComplexityVerdict of(Step... steps) {
    return new ComplexityVerdict(List.of(steps), 1.05, 95);
  }

  private static Step step(String shape, int processes, double megabytes, Survival survival) {
    return new Step(
        shape, new Footprint(1, 1, processes, 2 * processes, 10 * processes), megabytes, survival);
  }
}
