package com.gopher.lab.compare.experiment.maporlist;

import com.gopher.launcher.shape.EurekaTimes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to know where trackers are.
 *
 * @param times of the registry; null for a list
 * @param attempts how many trackers are asked for a read
 * @param watch for how many seconds reads are watched after each event
 */
record Variant(String name, @Nullable EurekaTimes times, int attempts, double watch) {

  static List<Variant> quick() {
    return Stream.of(1, 2)
        .flatMap(attempts -> Stream.of(list(attempts, 12), tuned(attempts, 12)))
        .toList();
  }

  static List<Variant> full() {
    return Stream.of(1, 2)
        .flatMap(
            attempts -> Stream.of(list(attempts, 20), tuned(attempts, 20), standard(attempts, 100)))
        .toList();
  }

  static Variant list(int attempts, double watch) {
    return new Variant("list, " + inWords(attempts), null, attempts, watch);
  }

  static Variant tuned(int attempts, double watch) {
    return new Variant("map, " + inWords(attempts), EurekaTimes.TUNED, attempts, watch);
  }

  static Variant standard(int attempts, double watch) {
    return new Variant(
        "map with Eureka's own times, " + inWords(attempts), EurekaTimes.STANDARD, attempts, watch);
  }

  private static String inWords(int attempts) {
    return attempts == 1 ? "one attempt" : "two attempts";
  }
}
