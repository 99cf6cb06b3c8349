package com.gopher.lab.compare.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A system whose true latency is known, with the noise that real ones have: forks differ, seconds
 * of a fork differ, and single orders have a long tail.
 */
final class SimulatedShop {

  private static final int SLICES = 8;
  private static final int ORDERS_PER_SLICE = 40;
  private static final double SLICE_NOISE = 0.05;
  private static final double ORDER_NOISE = 0.3;

  private final Random random;
  private final double forkNoise;

  /**
   * @param forkNoise standard deviation of the forks' logarithms; 0.02 are about 2 %
   */
  SimulatedShop(long seed, double forkNoise) {
    this.random = new Random(seed);
    this.forkNoise = forkNoise;
  }

  List<Fork> forks(int number, double medianMicros) {
    return IntStream.range(0, number).mapToObj(fork -> fork(medianMicros)).toList();
  }

  /** One value for each fork. */
  List<Double> values(int number, double median) {
    return IntStream.range(0, number).mapToObj(fork -> median * noise(forkNoise)).toList();
  }

  private Fork fork(double median) {
    double fork = median * noise(forkNoise);
    var slices = new ArrayList<long[]>();
    for (int slice = 0; slice < SLICES; slice++) {
      double level = fork * noise(SLICE_NOISE);
      slices.add(
          IntStream.range(0, ORDERS_PER_SLICE)
              .mapToLong(order -> Math.round(level * noise(ORDER_NOISE)))
              .toArray());
    }
    return new Fork(slices);
  }

  private double noise(double deviation) {
    return Math.exp(random.nextGaussian() * deviation);
  }
}
