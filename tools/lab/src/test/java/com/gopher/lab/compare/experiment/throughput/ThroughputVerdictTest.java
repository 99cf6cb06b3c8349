package com.gopher.lab.compare.experiment.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Compared;
import com.gopher.lab.compare.claim.Measures;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.experiment.throughput.Climb.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputVerdictTest {

  private static final Step KEPT = new Step(90, 89.5, 270, true, 40);
  private static final Step BEHIND = new Step(135, 111, 405, true, 2_300);
  private static final Step REFUSED = new Step(200, 104, 380, false, 90);

  @Test
  void moreProcessorTimeOverARoadShowsIt() {
    ThroughputVerdict verdict = verdict(13, 29);

    assertThat(verdict.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict.because()).contains("The city kept up with 90 orders/s");
  }

  @Test
  void aDifferenceWithinTheNoiseDoesNotShowIt() {
    assertThat(verdict(13, 14).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aDifferenceBeyondTheNoiseThatNobodyCaresAboutDoesNotShowIt() {
    assertThat(verdict(13, 15.6).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict(13, 15.6).because()).contains("less than the 1.25 times of interest");
  }

  @Test
  void aCityThatNeedsLessIsAgainstIt() {
    assertThat(verdict(29, 13).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void theKneeDecidesNothing() {
    ThroughputVerdict verdict =
        new ThroughputVerdict(
            List.of(Compared.CASTLE, Compared.CITY),
            List.of(Compared.of(Measures.ORDERS_PER_SECOND, 160, 80)),
            Map.of());

    assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict.because()).contains("orders per second with visible parcels");
  }

  @Test
  void aStepIsKeptOnlyIfAllOrdersAreAcceptedAndTheLastParcelIsNotFarBehind() {
    assertThat(KEPT.isKept()).isTrue();
    assertThat(BEHIND.isKept()).isFalse();
    assertThat(REFUSED.isKept()).isFalse();
  }

  @Test
  void theBestStepNeedNotBeOneThatWasKept() {
    var climb = new Climb(List.of(KEPT, BEHIND), 1.62);

    assertThat(climb.best()).isEqualTo(111);
    assertThat(climb.kept()).isEqualTo(90);
  }

  @Test
  void processorTimeIsThatOfTheStepWhichAllShapesClimb() {
    assertThat(new Climb(List.of(KEPT, BEHIND), 1.62).cpuMillisPerOrder()).isEqualTo(6);
  }

  private static ThroughputVerdict verdict(double castle, double city) {
    var climb = new Climb(List.of(KEPT, BEHIND), 4);
    return new ThroughputVerdict(
        List.of(Compared.CASTLE, Compared.CITY),
        List.of(
            Compared.of(Measures.CPU_PER_ORDER, castle, city),
            Compared.of(Measures.ORDERS_PER_SECOND, 160, 150)),
        Map.of("city", List.of(climb)));
  }
}
