package com.gopher.lab.compare.experiment.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.experiment.resilience.ResilienceVerdict.Fared;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class ResilienceVerdictTest {

  private static final Fared SHUT = new Fared(0.02, 0, 9);
  private static final Fared OPEN = new Fared(1, 0, 7);

  @Test
  void oneIsShutAndTheOtherOpen() {
    assertThat(verdict(SHUT, OPEN)).isEqualTo(Verdict.SHOWN);
    assertThat(of(SHUT, OPEN).because())
        .contains("castle 2 %")
        .contains("city 100 %, all parcels visible 7.0 s after")
        .contains("none lost");
  }

  @Test
  void nothingToCatchUpWithIsSaidAsSuch() {
    assertThat(of(new Fared(0, 0, 0), OPEN).because())
        .contains("castle 0 %, no parcel left to wait for, none lost");
  }

  @Test
  void parcelsLostInTheShutOneAreNotWhatWasClaimed() {
    assertThat(verdict(new Fared(0.02, 2, 9), OPEN)).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void bothOpenIsNoDifference() {
    assertThat(verdict(OPEN, OPEN)).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void bothShutIsNoDifference() {
    assertThat(verdict(SHUT, SHUT)).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void openAtTheCostOfLostParcelsIsContrary() {
    assertThat(verdict(SHUT, new Fared(1, 3, 7))).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void theOtherShutAloneIsContrary() {
    assertThat(verdict(OPEN, SHUT)).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void aDoorAjarIsNotShutUnlessThatIsOfInterest() {
    var ajar = of(new Fared(0.6, 0, 9), OPEN);

    assertThat(ajar.verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(new ResilienceVerdict("castle", ajar.shapes(), 0.3).verdict())
        .isEqualTo(Verdict.SHOWN);
  }

  private static Verdict verdict(Fared castle, Fared city) {
    return of(castle, city).verdict();
  }

  private static ResilienceVerdict of(Fared castle, Fared city) {
    var shapes = new LinkedHashMap<String, Fared>();
    shapes.put("castle", castle);
    shapes.put("city", city);
    return new ResilienceVerdict("castle", shapes, 0.45);
  }
}
