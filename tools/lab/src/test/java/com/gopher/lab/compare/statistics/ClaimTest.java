package com.gopher.lab.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.gopher.lab.compare.statistics.Bootstrap.Values;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the comparison claims a difference, and when it keeps quiet. */
class ClaimTest {

  private static final int TRIES = 20;
  private static final int FORKS = 3;
  private static final double MEDIAN = 4_000;
  private static final double FORK_NOISE = 0.02;

  @Test
  void twoIdenticalSystemsAreNeverCalledDifferent() {
    assertThat(claims(1, MEDIAN, MEDIAN)).isZero();
  }

  @Test
  void aSlowdownOf30PercentIsFoundEachTime() {
    assertThat(claims(2, MEDIAN, 1.3 * MEDIAN)).isEqualTo(TRIES);
  }

  @Test
  void withoutTheBandIdenticalSystemsWouldSometimesBeCalledDifferent() {
    // The control of the first test: even honest intervals are wrong in a few cases of a hundred.
    long claims =
        IntStream.range(0, 400)
            .filter(
                seed -> {
                  var shop = new SimulatedShop(seed, FORK_NOISE);
                  return new Bootstrap(1)
                      .mean(
                          "rate",
                          "orders/s",
                          new Values("castle", shop.values(FORKS, 100)),
                          new Values("city", shop.values(FORKS, 100)),
                          band(1, 1))
                      .isDifferent();
                })
            .count();

    assertThat(claims).isPositive();
  }

  @Test
  void aDifferenceWithinTheNoiseOfTheMachineIsNoDifference() {
    var measured =
        new Comparison(
            "p50",
            "µs",
            "castle",
            100,
            "city",
            110,
            1.1,
            new Interval(1.05, 1.15),
            band(0.8, 1.25),
            null);

    assertThat(measured.isDifferent()).isFalse();
  }

  @Test
  void anIntervalThatHoldsOneIsNoDifferenceHoweverLargeTheEffect() {
    var measured =
        new Comparison(
            "p50",
            "µs",
            "castle",
            100,
            "city",
            200,
            2,
            new Interval(0.9, 4.4),
            band(0.9, 1.1),
            null);

    assertThat(measured.isDifferent()).isFalse();
  }

  @Test
  void whatIsBeyondBothIsOneAndHasADirection() {
    var measured =
        new Comparison(
            "p50",
            "µs",
            "castle",
            100,
            "city",
            50,
            0.5,
            new Interval(0.4, 0.6),
            band(0.9, 1.1),
            null);

    assertThat(measured.isSmaller()).isTrue();
    assertThat(measured.isLarger()).isFalse();
  }

  @Test
  void aDifferenceThatNobodyWouldCareAboutIsThereAndClaimsNothing() {
    var measured = memoryOfOneMore(1.5);

    assertThat(measured.isDifferent()).isTrue();
    assertThat(measured.isSmaller()).isFalse();
  }

  @Test
  void withoutASmallestEffectTheSameFiguresWouldBeAClaim() {
    // The control of the test before: a band of less than one per cent, as memory has it.
    assertThat(memoryOfOneMore(null).isSmaller()).isTrue();
  }

  private static Comparison memoryOfOneMore(@Nullable Double smallestEffect) {
    return new Comparison(
        "memory",
        "MB",
        "castle",
        244,
        "city",
        233,
        0.95,
        new Interval(0.92, 0.98),
        band(0.993, 1.007),
        smallestEffect);
  }

  @Test
  void theBandHoldsWhatIdenticalSystemsDo() {
    long outside =
        IntStream.range(0, 2_000)
            .filter(
                seed -> {
                  var shop = new SimulatedShop(seed, 0.05);
                  Band band = NoiseBand.of("rate", shop.values(2 * FORKS, 100), FORKS);
                  double ratio =
                      geometricMean(shop.values(FORKS, 100))
                          / geometricMean(shop.values(FORKS, 100));
                  return !band.contains(ratio);
                })
            .count();

    // 99 % are promised: 20 of 2000 are expected outside.
    assertThat(outside).isBetween(5L, 40L);
  }

  @Test
  void theBandIsAsWideUpwardsAsDownwards() {
    Band band = NoiseBand.of("rate", List.of(100.0, 104.0, 97.0, 101.0), 1);

    assertThat(band.low() * band.high()).isCloseTo(1, offset(1e-9));
    assertThat(band.high()).isGreaterThan(1.1);
  }

  /** How many of the tries claim a difference, each with an A/A run of its own. */
  private static long claims(long seed, double baseline, double other) {
    return IntStream.range(0, TRIES)
        .filter(
            number -> {
              var shop = new SimulatedShop(seed * 1_000 + number, FORK_NOISE);
              Band band =
                  NoiseBand.of(
                      "p50",
                      shop.forks(2 * FORKS, baseline).stream()
                          .map(fork -> fork.percentile(50))
                          .toList(),
                      FORKS);
              return BootstrapTest.compared(
                      shop.forks(FORKS, baseline), shop.forks(FORKS, other), band)
                  .isDifferent();
            })
        .count();
  }

  private static double geometricMean(List<Double> values) {
    return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
  }

  private static Band band(double low, double high) {
    return new Band("p50", low, high);
  }
}
