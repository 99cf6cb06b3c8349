package com.gopher.lab.faults;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the customers were promised, as they remember it. Safe for many threads. */
final class AcceptedOrders {

  private final Map<Long, CompletableFuture<String>> orders = new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong cancellations = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong longestNanos = new AtomicLong();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

  /** The id of the order of this call, as soon as it is accepted. */
  CompletableFuture<String> order(long number) {
    return orders.computeIfAbsent(number, unknown -> new CompletableFuture<>());
  }

  void accepted(long number, String id) {
    order(number).complete(id);
  }

  /** The request of this call was dropped before it was sent. */
  void notAsked(long number) {
    order(number).cancel(false);
  }

  void cancellationAccepted() {
    cancellations.incrementAndGet();
  }

  /** A request was answered so long after it was sent for the first time. */
  void answeredAfter(long nanos) {
    longestNanos.accumulateAndGet(nanos, Math::max);
  }

  /** A request was turned away or not answered, and is sent again. */
  void refused() {
    refused.incrementAndGet();
  }

  /** One of those that were refused, and not because the shop had too much to do. */
  void failed() {
    failures.incrementAndGet();
  }

  /** Something was answered that no customer should ever see. */
  void surprised(String answer) {
    surprises.add(answer);
  }

  /** The ids of all orders that were accepted. */
  Set<String> ids() {
    var ids = new TreeSet<String>();
    orders.values().stream()
        .filter(order -> order.isDone() && !order.isCancelled())
        .forEach(order -> ids.add(order.join()));
    return ids;
  }

  long refusals() {
    return refused.get();
  }

  /** Those of them for which no shop has a reason in which nothing is wrong. */
  long failures() {
    return failures.get();
  }

  /** How long the slowest answer took. */
  double longestSeconds() {
    return longestNanos.get() / 1e9;
  }

  long cancellations() {
    return cancellations.get();
  }

  Set<String> surprises() {
    return new TreeSet<>(surprises);
  }
}
