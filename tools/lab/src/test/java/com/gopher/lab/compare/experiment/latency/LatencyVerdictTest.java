package com.gopher.lab.compare.experiment.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Compared;
import com.gopher.lab.compare.claim.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyVerdictTest {

  @Test
  void aParcelThatIsVisibleLaterOverARoadShowsIt() {
    LatencyVerdict verdict = verdict(6_000, 31_000);

    assertThat(verdict.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict.because()).contains("castle 6.0 ms", "city 31.0 ms", "5.17 times");
  }

  @Test
  void aDifferenceWithinTheNoiseDoesNotShowIt() {
    LatencyVerdict verdict = verdict(6_000, 6_700);

    assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict.because()).contains("no difference shown");
  }

  @Test
  void aRoadThatIsFasterThanACallIsAgainstIt() {
    assertThat(verdict(31_000, 6_000).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void withoutAShapeThatHasARoadNothingIsShown() {
    assertThat(
            new LatencyVerdict(
                    List.of(Compared.CASTLE), List.of(Compared.of("visible p50", 6_000, 31_000)))
                .verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  private static LatencyVerdict verdict(double castle, double city) {
    return new LatencyVerdict(
        List.of(Compared.CASTLE, Compared.CITY),
        List.of(
            Compared.of("accepted p50", 4_000, 4_100), Compared.of("visible p50", castle, city)));
  }
}
