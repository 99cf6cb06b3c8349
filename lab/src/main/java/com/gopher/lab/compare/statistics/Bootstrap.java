package com.gopher.lab.compare.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Compares two shapes, and tells how sure that is, by resampling what was measured.
 *
 * <p>What is resampled: whole forks, with replacement, because two JVMs of the same program differ
 * more than two seconds of one JVM; and within each fork its slices of time, with replacement. The
 * ratio is taken anew from all values of such a resample, which gives its distribution.
 *
 * <p>A bootstrap of three forks is too sure of itself, because it never sees a fourth. So its
 * deviations are stretched by what Student's distribution and the lost degree of freedom ask for
 * (Tim Hesterberg, "What Teachers Should Know About the Bootstrap", 2015, there for the percentile
 * interval of one mean). With a single fork of each shape only its slices are resampled: such an
 * interval does not know how forks differ, and only the A/A band does.
 */
public final class Bootstrap {

  private static final int RESAMPLES = 1_000;
  private static final double NORMAL_975 = 1.96;

  /** The same data gives the same interval, today and when the report is read again. */
  private static final long SEED = 20_150_801;

  /** What was measured of one shape: its forks' values in slices of time. */
  public record Sample(String shape, List<Fork> forks) {

    public Sample {
      forks = List.copyOf(forks);
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
      return forks.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  /** A percentile of all forks' values together. */
  public Comparison percentile(
      String measure, String unit, double percentile, Sample baseline, Sample other, Band band) {
    double[] ratios = new double[RESAMPLES];
    var random = new Random(SEED);
    for (int i = 0; i < RESAMPLES; i++) {
      ratios[i] =
          Math.log(
              percentileOf(resampled(other.forks(), random), percentile)
                  / percentileOf(resampled(baseline.forks(), random), percentile));
    }
    return comparison(
        measure,
        unit,
        baseline.shape(),
        Fork.percentile(baseline.forks(), percentile),
        other.shape(),
        Fork.percentile(other.forks(), percentile),
        ratios,
        Stretch.of(
            logs(baseline.forks(), fork -> fork.percentile(percentile)),
            logs(other.forks(), fork -> fork.percentile(percentile)),
            Math.min(slices(baseline), slices(other))),
        band);
  }

  /** The mean of the forks' values. */
  public Comparison mean(String measure, String unit, Values baseline, Values other, Band band) {
    double[] ratios = new double[RESAMPLES];
    var random = new Random(SEED);
    for (int i = 0; i < RESAMPLES; i++) {
      ratios[i] =
          Math.log(resampledMean(other.forks(), random) / resampledMean(baseline.forks(), random));
    }
    return comparison(
        measure,
        unit,
        baseline.shape(),
        baseline.mean(),
        other.shape(),
        other.mean(),
        ratios,
        Stretch.of(logs(baseline.forks(), value -> value), logs(other.forks(), value -> value), 1),
        band);
  }

  private static Comparison comparison(
      String measure,
      String unit,
      String baseline,
      double baselineValue,
      String other,
      double otherValue,
      double[] logRatios,
      double stretch,
      Band band) {
    double ratio = otherValue / baselineValue;
    double center = Math.log(ratio);
    Arrays.sort(logRatios);
    double low = logRatios[(int) Math.round(0.025 * (logRatios.length - 1))];
    double high = logRatios[(int) Math.round(0.975 * (logRatios.length - 1))];
    return new Comparison(
        measure,
        unit,
        baseline,
        baselineValue,
        other,
        otherValue,
        ratio,
        new Interval(
            Math.exp(center - Math.max(0, center - low) * stretch),
            Math.exp(center + Math.max(0, high - center) * stretch)),
        band);
  }

  private static long[][] resampled(List<Fork> forks, Random random) {
    long[][][] chosen = new long[forks.size()][][];
    int slices = 0;
    for (int i = 0; i < chosen.length; i++) {
      List<long[]> fork = forks.get(random.nextInt(forks.size())).slices();
      chosen[i] = new long[fork.size()][];
      for (int j = 0; j < fork.size(); j++) {
        chosen[i][j] = fork.get(random.nextInt(fork.size()));
      }
      slices += fork.size();
    }
    long[][] all = new long[slices][];
    int next = 0;
    for (long[][] fork : chosen) {
      for (long[] slice : fork) {
        all[next++] = slice;
      }
    }
    return all;
  }

  private static double percentileOf(long[][] slices, double percentile) {
    return Math.max(
        Double.MIN_NORMAL,
        Fork.percentile(Arrays.stream(slices).flatMapToLong(Arrays::stream).toArray(), percentile));
  }

  private static double resampledMean(List<Double> values, Random random) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += values.get(random.nextInt(values.size()));
    }
    return sum / values.size();
  }

  private static int slices(Sample sample) {
    return sample.forks().stream().mapToInt(fork -> fork.slices().size()).min().orElse(1);
  }

  private static <T> double[] logs(List<T> forks, ToDoubleFunction<T> value) {
    return forks.stream().mapToDouble(fork -> Math.log(value.applyAsDouble(fork))).toArray();
  }

  /** By how much a bootstrap's deviations are too small. */
  private static final class Stretch {

    static double of(double[] baseline, double[] other, int slices) {
      int forks = Math.min(baseline.length, other.length);
      int independent = forks > 1 ? forks : slices;
      if (independent < 2) {
        return 1;
      }
      double freedom = forks > 1 ? freedom(baseline, other) : slices - 1;
      return Math.sqrt(independent / (independent - 1.0))
          * StudentsT.for95Percent(freedom)
          / NORMAL_975;
    }

    /** Welch's: the shapes need not be equally noisy. */
    private static double freedom(double[] first, double[] second) {
      double a = Dispersion.variance(first) / first.length;
      double b = Dispersion.variance(second) / second.length;
      double denominator = a * a / (first.length - 1) + b * b / (second.length - 1);
      return denominator == 0
          ? first.length + second.length - 2.0
          : (a + b) * (a + b) / denominator;
    }
  }
}
