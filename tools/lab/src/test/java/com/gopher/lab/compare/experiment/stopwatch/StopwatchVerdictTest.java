package com.gopher.lab.compare.experiment.stopwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Verdict;
import java.time.Duration;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class StopwatchVerdictTest {

  private static final Duration FREEZE = Duration.ofSeconds(2);

  @Test
  void aClosedLoopThatHidesTheFreezeShowsIt() {
    StopwatchVerdict verdict = new StopwatchVerdict(orders(300, 60), orders(240, 1), FREEZE, 0.5);

    assertThat(verdict.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(verdict.because()).contains("closed loop sent 240 orders");
  }

  @Test
  void aFreezeThatBothSawDoesNotShowIt() {
    assertThat(new StopwatchVerdict(orders(300, 60), orders(20, 1), FREEZE, 0.5).verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aFreezeThatNobodySawDoesNotShowIt() {
    assertThat(new StopwatchVerdict(orders(300, 0), orders(300, 0), FREEZE, 0.5).verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aFreezeThatOnlyTheClosedLoopSawIsAgainstIt() {
    assertThat(new StopwatchVerdict(orders(300, 0), orders(20, 1), FREEZE, 0.5).verdict())
        .isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void aSmallPartOfTheFreezeShowsNothingUnlessItIsOfInterest() {
    var open = orders(300, 60);
    double none = 1.2;

    assertThat(new StopwatchVerdict(open, orders(240, 1), FREEZE, none).verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
    assertThat(new StopwatchVerdict(open, orders(240, 1), FREEZE, 0.5).verdict())
        .isEqualTo(Verdict.SHOWN);
  }

  /** Orders of 5 ms, and some that met the freeze. */
  private static Histogram orders(int all, int frozen) {
    var histogram = new Histogram(60_000_000, 3);
    IntStream.range(0, all - frozen).forEach(order -> histogram.recordValue(5_000));
    IntStream.range(0, frozen).forEach(order -> histogram.recordValue(2_000_000 - order * 30_000L));
    return histogram;
  }
}
