package com.gopher.sabotage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which discount an order of some pieces gets, in percent. One is missing. */
class Discounts {

  private static final int MOST = 999;

  private final Map<Integer, Integer> percent = new ConcurrentHashMap<>();

  /**
   * @param missing the quantity for which there is none
   */
  Discounts(int missing) {
    for (int quantity = 1; quantity <= MOST; quantity++) {
      percent.put(quantity, 0);
    }
    percent.remove(missing);
  }

  void check(int quantity) {
    if (discountOf(quantity) > 0) {
      throw new IllegalStateException("Nobody granted a discount");
    }
  }

  /** The bug: it is null for some quantities. */
  private @Nullable Integer discountOf(int quantity) {
    return percent.get(quantity);
  }
}
