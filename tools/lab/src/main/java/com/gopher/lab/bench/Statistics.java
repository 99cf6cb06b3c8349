package com.gopher.lab.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The little arithmetic that the benchmarks need. */
final class Statistics {

  private Statistics() {}

  /** The middle value, or the mean of the two in the middle. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  static <T> double median(List<T> measured, ToDoubleFunction<T> value) {
    return median(measured.stream().mapToDouble(value).boxed().toList());
  }
}
