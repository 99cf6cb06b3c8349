package com.gotracker.shipping;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about parcels: all decisions of a batch in one transaction with the events that tell of
 * them. Updates of orders may reach it late, twice and in any order.
 */
@Service
@EnableConfigurationProperties(ShippingTimes.class)
public class Dispatch {

  private final Shipments shipments;
  private final ShippingTimes times;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Dispatch(
      Shipments shipments, ShippingTimes times, ApplicationEventPublisher events, Clock clock) {
    this.shipments = shipments;
    this.times = times;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Applies updates of any number of orders.
   *
   * @return how many took effect; the others had been applied before, or newer ones had
   * @throws org.springframework.dao.DataAccessException if the database did not store them; then
   *     none was taken in, and the same batch may be tried again
   */
  @Transactional
  public int take(Collection<OrderUpdate> batch) {
    Collection<OrderUpdate> newest = newestOfEachOrder(batch);
    Map<UUID, Shipment> known =
        shipments.lock(newest.stream().map(OrderUpdate::orderId).toList()).stream()
            .collect(Collectors.toMap(Shipment::orderId, Function.identity()));
    Set<UUID> asked = asked(batch);
    Instant now = clock.instant();
    List<Shipment> added = new ArrayList<>();
    List<Shipment> changed = new ArrayList<>();
    List<ShipmentChanged> toAnnounce = new ArrayList<>();
    for (OrderUpdate update : newest) {
      Shipment before = known.get(update.orderId());
      if (before == null) {
        Shipment first = Shipment.first(update, now, times);
        added.add(first);
        toAnnounce.add(new ShipmentChanged(first, update.traceparent()));
      } else {
        Shipment after = before.after(update, now, times);
        changed.add(after);
        if (after.status() != before.status() || asked.contains(update.orderId())) {
          toAnnounce.add(new ShipmentChanged(after, update.traceparent()));
        }
      }
    }
    if (!added.isEmpty()) {
      shipments.add(added);
    }
    if (!changed.isEmpty()) {
      shipments.change(changed);
    }
    if (!toAnnounce.isEmpty()) {
      events.publishEvent(new ShipmentsChanged(toAnnounce));
    }
    return added.size() + changed.size();
  }

  /** Ships what is packed, at most {@code limit} parcels; returns how many. */
  @Transactional
  public int ship(int limit) {
    Instant now = clock.instant();
    return move(
        shipments.lockDue(ShipmentStatus.PREPARING, now, limit),
        packed -> packed.ship(now, now.plus(times.transit())));
  }

  /** Delivers what has travelled long enough, at most {@code limit} parcels; returns how many. */
  @Transactional
  public int deliver(int limit) {
    Instant now = clock.instant();
    return move(
        shipments.lockDue(ShipmentStatus.SHIPPED, now, limit), onTheWay -> onTheWay.deliver(now));
  }

  @Transactional(readOnly = true)
  public Optional<Shipment> find(UUID orderId) {
    return shipments.find(orderId);
  }

  private int move(List<Shipment> due, Function<Shipment, Shipment> step) {
    if (!due.isEmpty()) {
      List<Shipment> moved = due.stream().map(step).toList();
      shipments.change(moved);
      events.publishEvent(
          new ShipmentsChanged(
              moved.stream().map(shipment -> new ShipmentChanged(shipment, null)).toList()));
    }
    return due.size();
  }

  /** Of these orders the shop wants to know the shipment, whether or not it changes. */
  private static Set<UUID> asked(Collection<OrderUpdate> batch) {
    return batch.stream()
        .filter(OrderUpdate::isRepeated)
        .map(OrderUpdate::orderId)
        .collect(Collectors.toSet());
  }

  /** Each record carries the whole state, so of several of one order only the newest matters. */
  private static Collection<OrderUpdate> newestOfEachOrder(Collection<OrderUpdate> batch) {
    Map<UUID, OrderUpdate> newest = new LinkedHashMap<>();
    for (OrderUpdate update : batch) {
      newest.put(update.orderId(), update);
    }
    return newest.values();
  }
}
