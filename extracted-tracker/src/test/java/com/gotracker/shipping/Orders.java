package com.gotracker.shipping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Updates of orders, and the sequences in which they may arrive. */
final class Orders {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Orders() {}

  static OrderUpdate update(UUID order, long sequence, OrderStatus status) {
    return new OrderUpdate(order, sequence, status, NOON, false, null);
  }

  static List<OrderUpdate> history(UUID order, OrderStatus... states) {
    List<OrderUpdate> history = new ArrayList<>();
    for (OrderStatus status : states) {
      history.add(update(order, history.size() + 1, status));
    }
    return history;
  }

  static OrderUpdate repeated(OrderUpdate update) {
    return new OrderUpdate(
        update.orderId(), update.sequence(), update.status(), update.changedAt(), true, null);
  }

  static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> permutation : permutations(rest)) {
        List<T> whole = new ArrayList<>();
        whole.add(first);
        whole.addAll(permutation);
        all.add(whole);
      }
    }
    return all;
  }
}
