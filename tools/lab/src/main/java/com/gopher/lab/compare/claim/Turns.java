package com.gopher.lab.compare.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who is measured when: A B, B A, A B, ..., so that a drift of the machine harms all alike. */
public final class Turns {

  private Turns() {}

  public static <T> List<T> of(List<T> all, int rounds) {
    var turns = new ArrayList<T>();
    for (int round = 0; round < rounds; round++) {
      var order = new ArrayList<>(all);
      if (round % 2 == 1) {
        Collections.reverse(order);
      }
      turns.addAll(order);
    }
    return turns;
  }
}
