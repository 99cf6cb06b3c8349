package com.gotracker.shipping;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about orders on trial, as {@link Dispatch} does about real ones, and publishes no event:
 * the shop must not hear what would have become of them.
 */
@Service
class TrialRuns {

  private final Trials trials;
  private final ShippingTimes times;
  private final Clock clock;

  TrialRuns(Trials trials, ShippingTimes times, Clock clock) {
    this.trials = trials;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Applies updates of any number of orders, each of them: a state that the shop has left already
   * when the batch comes is one that a trial may have to decide about.
   */
  @Transactional
  public void take(Collection<OrderUpdate> batch) {
    Set<UUID> ids = batch.stream().map(OrderUpdate::orderId).collect(Collectors.toSet());
    Map<UUID, Trial> now = new LinkedHashMap<>();
    trials.lock(ids).forEach(trial -> now.put(trial.shipment().orderId(), trial));
    Set<UUID> known = Set.copyOf(now.keySet());
    Set<UUID> touched = new HashSet<>();
    Instant moment = clock.instant();
    batch.stream()
        .sorted(Comparator.comparingLong(OrderUpdate::sequence))
        .forEach(
            update -> {
              Trial before = now.get(update.orderId());
              if (before == null) {
                now.put(update.orderId(), Trial.first(update, moment, times));
              } else if (before.shipment().isOlderThan(update)) {
                now.put(update.orderId(), before.after(update, moment, times));
              } else {
                return;
              }
              touched.add(update.orderId());
            });
    store(now, touched, known);
  }

  private void store(Map<UUID, Trial> now, Set<UUID> touched, Set<UUID> known) {
    List<Trial> added = touched.stream().filter(id -> !known.contains(id)).map(now::get).toList();
    List<Trial> changed = touched.stream().filter(known::contains).map(now::get).toList();
    if (!added.isEmpty()) {
      trials.add(added);
    }
    if (!changed.isEmpty()) {
      trials.change(changed);
    }
  }

  /** Ships what would be packed, at most {@code limit} of them; returns how many. */
  @Transactional
  public int ship(int limit) {
    Instant now = clock.instant();
    return move(
        trials.lockDue(ShipmentStatus.PREPARING, now, limit),
        packed -> packed.ship(now, now.plus(times.transit())));
  }

  /** Delivers what would have travelled long enough, at most {@code limit}; returns how many. */
  @Transactional
  public int deliver(int limit) {
    Instant now = clock.instant();
    return move(
        trials.lockDue(ShipmentStatus.SHIPPED, now, limit), onTheWay -> onTheWay.deliver(now));
  }

  @Transactional(readOnly = true)
  public List<Trial> page(UUID after, int limit) {
    return trials.page(after, limit);
  }

  private int move(List<Trial> due, UnaryOperator<Shipment> step) {
    if (!due.isEmpty()) {
      trials.change(due.stream().map(trial -> trial.with(step.apply(trial.shipment()))).toList());
    }
    return due.size();
  }
}
