package com.gopher.lab.compare.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Compares two shapes, and says how sure that is, by resampling what was measured.
 *
 * <p>What is resampled: whole forks, with replacement, because two JVMs of the same program differ
 * more than two seconds of one JVM, and what one fork recorded belongs together. All values of the
 * forks drawn are put together before a percentile is taken; the ratios of all draws of the one
 * shape to all draws of the other are the distribution.
 *
 * <p>A bootstrap of three forks is too sure of itself, because it never sees a fourth. So its
 * deviations are stretched by what Student's distribution and the lost degree of freedom ask for
 * (Tim Hesterberg, "What Teachers Should Know About the Bootstrap", 2015, there for the percentile
 * interval of one mean).
 *
 * <p>With a single fork of a shape its slices of time are resampled instead: such an interval does
 * not know how forks differ, and only the A/A band does. Where a fork is a single value there is
 * nothing to resample, and the band is all that is known of where another start would have come
 * out.
 */
public final class Bootstrap {

  /** Of each shape; the pairs of them are the distribution. */
  private static final int DRAWS = 200;

  private static final double TAIL = 0.025;
  private static final double NORMAL_975 = 1.96;

  /** The same data gives the same interval, today and when the report is read again. */
  private static final long SEED = 20_150_801;

  private final double smallestEffect;

  /**
   * @param smallestEffect how many times as much, or as little, a reader would care about; stated
   *     before anything is measured
   */
  public Bootstrap(double smallestEffect) {
    this.smallestEffect = smallestEffect;
  }

  /** What was measured of one shape: its forks' values in slices of time. */
  public record Sample(String shape, List<Fork> forks) {

    public Sample {
      forks = List.copyOf(forks);
    }

    /** What can be drawn independently: forks, or the seconds of the only one. */
    private List<Fork> parts() {
      return forks.size() > 1
          ? forks
          : forks.stream()
              .flatMap(fork -> fork.slices().stream())
              .map(slice -> new Fork(List.of(slice)))
              .toList();
    }
  }

  /** One value for each fork, such as seconds to start. */
  public record Values(String shape, List<Double> forks) {

    public Values {
      forks = List.copyOf(forks);
      if (forks.isEmpty() || forks.stream().anyMatch(value -> !(value > 0))) {
        throw new IllegalArgumentException(
            "A ratio needs at least one value, all above 0: " + shape + " has " + forks);
      }
    }

    public double mean() {
      return Bootstrap.mean(forks);
    }
  }

  /** A percentile of all forks' values together. */
  public Comparison percentile(
      String measure, String unit, double percentile, Sample baseline, Sample other, Band band) {
    ToDoubleFunction<List<Fork>> statistic = forks -> Fork.percentile(forks, percentile);
    double one = statistic.applyAsDouble(baseline.forks());
    double two = statistic.applyAsDouble(other.forks());
    Interval interval = interval(two / one, baseline.parts(), other.parts(), statistic);
    return new Comparison(
        measure,
        unit,
        baseline.shape(),
        one,
        other.shape(),
        two,
        two / one,
        interval,
        band,
        smallestEffect);
  }

  /** The mean of the forks' values. */
  public Comparison mean(String measure, String unit, Values baseline, Values other, Band band) {
    double one = baseline.mean();
    double two = other.mean();
    Interval interval =
        Math.min(baseline.forks().size(), other.forks().size()) < 2
            ? new Interval(two / one * band.low(), two / one * band.high())
            : interval(two / one, baseline.forks(), other.forks(), Bootstrap::mean);
    return new Comparison(
        measure,
        unit,
        baseline.shape(),
        one,
        other.shape(),
        two,
        two / one,
        interval,
        band,
        smallestEffect);
  }

  private static <T> Interval interval(
      double ratio, List<T> baseline, List<T> other, ToDoubleFunction<List<T>> statistic) {
    double[] ones = draws(baseline, statistic);
    double[] twos = draws(other, statistic);
    double[] ratios = new double[ones.length * twos.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = Math.log(twos[i % twos.length] / ones[i / twos.length]);
    }
    Arrays.sort(ratios);
    double center = Math.log(ratio);
    double below = Math.max(0, center - quantile(ratios, TAIL));
    double above = Math.max(0, quantile(ratios, 1 - TAIL) - center);
    double stretch = stretch(logs(baseline, statistic), logs(other, statistic));
    return new Interval(Math.exp(center - below * stretch), Math.exp(center + above * stretch));
  }

  private static <T> double[] draws(List<T> parts, ToDoubleFunction<List<T>> statistic) {
    var random = new Random(SEED);
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      var drawn = new ArrayList<T>();
      for (int part = 0; part < parts.size(); part++) {
        drawn.add(parts.get(random.nextInt(parts.size())));
      }
      draws[draw] = statistic.applyAsDouble(drawn);
    }
    return draws;
  }

  private static double quantile(double[] sorted, double part) {
    return sorted[(int) Math.round(part * (sorted.length - 1))];
  }

  private static <T> double[] logs(List<T> parts, ToDoubleFunction<List<T>> statistic) {
    return parts.stream()
        .mapToDouble(part -> Math.log(statistic.applyAsDouble(List.of(part))))
        .toArray();
  }

  /** By how much a bootstrap's deviations are too small. */
  private static double stretch(double[] baseline, double[] other) {
    int fewest = Math.min(baseline.length, other.length);
    if (fewest < 2) {
      return 1;
    }
    return Math.sqrt(fewest / (fewest - 1.0))
        * StudentsT.for95Percent(degreesOfFreedom(baseline, other))
        / NORMAL_975;
  }

  /** Welch's: the shapes need not be equally noisy. */
  private static double degreesOfFreedom(double[] first, double[] second) {
    double a = Dispersion.variance(first) / first.length;
    double b = Dispersion.variance(second) / second.length;
    double denominator = a * a / (first.length - 1) + b * b / (second.length - 1);
    return denominator == 0 ? first.length + second.length - 2.0 : (a + b) * (a + b) / denominator;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
