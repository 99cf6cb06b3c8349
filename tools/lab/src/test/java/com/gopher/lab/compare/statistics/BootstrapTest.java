package com.gopher.lab.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.lab.compare.statistics.Bootstrap.Sample;
import com.gopher.lab.compare.statistics.Bootstrap.Values;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On systems whose truth is known. */
class BootstrapTest {

  private static final Band NO_NOISE = new Band("p50", 1, 1);

  private final Bootstrap bootstrap = new Bootstrap(1);

  @Test
  void theRatioIsThatOfAllValuesTogetherAndNotOfPercentilesAveraged() {
    var calm = new Fork(List.of(new long[] {1_000, 1_000, 1_000, 1_000}));
    var wild = new Fork(List.of(new long[] {1_000, 9_000}));
    var steady = new Fork(List.of(new long[] {2_000}));

    Comparison comparison =
        bootstrap.percentile(
            "p50",
            "µs",
            50,
            new Sample("castle", List.of(calm, wild)),
            new Sample("city", List.of(steady)),
            NO_NOISE);

    // Of 1000 five times and 9000 once; the mean of both forks' p90 would be 5000.
    assertThat(comparison.baselineValue()).isEqualTo(1_000);
    assertThat(comparison.ratio()).isEqualTo(2);
  }

  @Test
  void anIntervalOfThreeForksHoldsTheTruthInAtLeast95PercentOfCases() {
    double truth = 1.25;
    long held =
        IntStream.range(0, 400)
            .filter(
                seed -> {
                  var shop = new SimulatedShop(seed, 0.05);
                  return bootstrap
                      .mean(
                          "rate",
                          "orders/s",
                          new Values("castle", shop.values(3, 100)),
                          new Values("city", shop.values(3, 100 * truth)),
                          NO_NOISE)
                      .interval()
                      .contains(truth);
                })
            .count();

    assertThat(held / 400.0).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aSingleStartKnowsNoMoreThanTheBand() {
    var noise = new Band("rate", 0.5, 2);
    Comparison within = single(100, 190, noise);
    Comparison beyond = single(100, 210, noise);

    assertThat(within.interval()).isEqualTo(new Interval(0.95, 3.8));
    assertThat(within.isDifferent()).isFalse();
    assertThat(beyond.interval().contains(1)).isFalse();
    assertThat(beyond.isDifferent()).isTrue();
  }

  @Test
  void anIntervalOfAPercentileHoldsTheTruthAlthoughForksDiffer() {
    double truth = 3;
    long held =
        IntStream.range(0, 100)
            .filter(
                seed -> {
                  var shop = new SimulatedShop(seed, 0.05);
                  return compared(shop.forks(3, 4_000), shop.forks(3, 4_000 * truth), NO_NOISE)
                      .interval()
                      .contains(truth);
                })
            .count();

    assertThat(held / 100.0).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void anIntervalThatOnlyKnewSlicesWouldBeTooSureOfItself() {
    // The control of the test above: all seconds as if they came from one JVM.
    double truth = 3;
    long held =
        IntStream.range(0, 100)
            .filter(
                seed -> {
                  var shop = new SimulatedShop(seed, 0.1);
                  return compared(
                          List.of(together(shop.forks(3, 4_000))),
                          List.of(together(shop.forks(3, 4_000 * truth))),
                          NO_NOISE)
                      .interval()
                      .contains(truth);
                })
            .count();

    assertThat(held / 100.0).isLessThan(0.9);
  }

  @Test
  void theSameDataGivesTheSameInterval() {
    var shop = new SimulatedShop(7, 0.05);
    List<Fork> castle = shop.forks(3, 4_000);
    List<Fork> city = shop.forks(3, 5_000);

    assertThat(compared(castle, city, NO_NOISE)).isEqualTo(compared(castle, city, NO_NOISE));
  }

  @Test
  void aMeasureThatIsZeroHasNoRatio() {
    assertThatThrownBy(() -> new Values("castle", List.of(0.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("castle");
  }

  static Comparison compared(List<Fork> baseline, List<Fork> other, Band band) {
    return new Bootstrap(1)
        .percentile(
            "p50", "µs", 50, new Sample("castle", baseline), new Sample("city", other), band);
  }

  private static Fork together(List<Fork> forks) {
    return new Fork(forks.stream().flatMap(fork -> fork.slices().stream()).toList());
  }

  private Comparison single(double castle, double city, Band noise) {
    return bootstrap.mean(
        "rate",
        "orders/s",
        new Values("castle", List.of(castle)),
        new Values("city", List.of(city)),
        noise);
  }
}
