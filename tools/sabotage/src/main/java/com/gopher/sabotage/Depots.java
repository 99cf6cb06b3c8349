package com.gopher.sabotage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which depot a parcel leaves from. One is missing. */
class Depots {

  private final Map<Character, AtomicInteger> parcels = new ConcurrentHashMap<>();

  /**
   * @param missing the last digit of the ids of those orders for which there is none
   */
  Depots(char missing) {
    for (char digit : "0123456789abcdef".toCharArray()) {
      parcels.put(digit, new AtomicInteger());
    }
    parcels.remove(missing);
  }

  void reserve(String orderId) {
    depotOf(orderId).incrementAndGet();
  }

  /** The bug: it is null for some orders. */
  private AtomicInteger depotOf(String orderId) {
    return parcels.get(orderId.charAt(orderId.length() - 1));
  }
}
