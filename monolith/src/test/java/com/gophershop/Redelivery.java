package com.gophershop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** What the registry of publications may do to a listener: tell it late, twice and in any order. */
public final class Redelivery {
  private static final int ATTEMPTS = 20;

  private Redelivery() {}

  /** Tries again when the database refuses, as the registry's retries do. */
  public static void untilItSucceeds(Runnable delivery) {
    for (int attempt = 1; ; attempt++) {
      try {
        delivery.run();
        return;
      } catch (DataAccessException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Every order in which these may arrive; equal ones count as one. */
  public static <T> Set<List<T>> ordersOf(List<T> events) {
    if (events.isEmpty()) {
      return Set.of(List.of());
    }
    Set<List<T>> orders = new LinkedHashSet<>();
    for (int i = 0; i < events.size(); i++) {
      List<T> others = new ArrayList<>(events);
      T first = others.remove(i);
      for (List<T> rest : ordersOf(others)) {
        List<T> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }

  /** Each of these twice. */
  public static <T> List<T> twice(List<T> events) {
    List<T> all = new ArrayList<>(events);
    all.addAll(events);
    return all;
  }
}
