package com.gopher.lab.compare.experiment.fire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FireVerdictTest {

  private final Map<FireKind, Map<String, List<Double>>> shares = new EnumMap<>(FireKind.class);

  FireVerdictTest() {
    record(FireKind.EXCEPTION, List.of(1.0, 1.0, 0.99), List.of(1.0, 1.0, 1.0));
    record(FireKind.CPU, List.of(0.7, 0.6, 0.8), List.of(1.0, 0.98, 1.0));
    record(FireKind.DEATH, List.of(0.0, 0.01, 0.0), List.of(1.0, 1.0, 1.0));
    record(FireKind.HEAP, List.of(0.1, 0.2, 0.1), List.of(1.0, 0.97, 1.0));
  }

  @Test
  void mostFiresBurnOneShapeAndLeaveTheOtherStanding() {
    assertThat(verdict().verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict().isShown(FireKind.CPU)).isFalse();
    assertThat(verdict().because())
        .contains("it eats the heap: castle 10/20/10 %, city 100/97/100 %");
  }

  @Test
  void oneLifeInWhichTheOtherSufferedTooIsEnoughForADoubt() {
    record(FireKind.HEAP, List.of(0.1, 0.2, 0.1), List.of(1.0, 0.6, 1.0));
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aShapeThatStandsInAllFiresDoesNotBurn() {
    record(FireKind.DEATH, List.of(1.0), List.of(1.0));
    record(FireKind.HEAP, List.of(1.0), List.of(1.0));
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void theClaimIsContraryIfTheOtherBurnsWhereThisOneStands() {
    record(FireKind.CPU, List.of(1.0), List.of(0.2));
    assertThat(verdict().verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void nothingIsShownIfEvenAnExceptionHarms() {
    record(FireKind.EXCEPTION, List.of(0.5), List.of(1.0));
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict().because()).contains("not only the fires did harm");
  }

  @Test
  void aDentIsNoFireUnlessADentIsOfInterest() {
    for (FireKind fire : List.of(FireKind.CPU, FireKind.DEATH, FireKind.HEAP)) {
      record(fire, List.of(0.6), List.of(1.0));
    }
    assertThat(verdict().verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(new FireVerdict("castle", shares, 0.3).verdict()).isEqualTo(Verdict.SHOWN);
  }

  private FireVerdict verdict() {
    return new FireVerdict("castle", shares, 0.45);
  }

  private void record(FireKind fire, List<Double> castle, List<Double> city) {
    var byShape = new LinkedHashMap<String, List<Double>>();
    byShape.put("castle", castle);
    byShape.put("city", city);
    shares.put(fire, byShape);
  }
}
