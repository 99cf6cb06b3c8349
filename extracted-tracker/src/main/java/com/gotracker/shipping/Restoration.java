package com.gotracker.shipping;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings shipments back that were announced and that the database does not know, or knows in an
 * earlier state. Nothing is announced for it: it was.
 */
@Service
public class Restoration {

  private final Shipments shipments;
  private final ShippingTimes times;
  private final Clock clock;

  Restoration(Shipments shipments, ShippingTimes times, Clock clock) {
    this.shipments = shipments;
    this.times = times;
    this.clock = clock;
  }

  /**
   * A shipment as it was announced.
   *
   * @param history the states it went through, the oldest first
   */
  public record Announced(
      UUID orderId, String trackingNumber, ShipmentStatus status, List<Step> history) {

    private @Nullable Instant at(ShipmentStatus wanted) {
      return history.stream()
          .filter(step -> step.status() == wanted)
          .map(Step::at)
          .findFirst()
          .orElse(null);
    }

    /**
     * @param orderSequence of the newest update of the order that is known to be applied
     */
    private Shipment shipment(long orderSequence, @Nullable Instant dueAt) {
      return new Shipment(
          orderId,
          trackingNumber,
          status,
          orderSequence,
          at(ShipmentStatus.PREPARING),
          at(ShipmentStatus.SHIPPED),
          at(ShipmentStatus.DELIVERED),
          at(ShipmentStatus.CANCELLED),
          dueAt);
    }
  }

  /** Returns how many shipments were brought back. */
  @Transactional
  public int of(Collection<Announced> batch) {
    Map<UUID, Announced> newest = new LinkedHashMap<>();
    for (Announced one : batch) {
      newest.merge(
          one.orderId(),
          one,
          (before, after) ->
              before.status().sequence() > after.status().sequence() ? before : after);
    }
    Map<UUID, Shipment> known =
        shipments.lock(newest.keySet()).stream()
            .collect(Collectors.toMap(Shipment::orderId, Function.identity()));
    List<Shipment> added = new ArrayList<>();
    List<Shipment> changed = new ArrayList<>();
    for (Announced one : newest.values()) {
      Shipment before = known.get(one.orderId());
      if (before == null) {
        added.add(one.shipment(0, due(one.status())));
      } else if (before.sequence() < one.status().sequence()) {
        changed.add(one.shipment(before.orderSequence(), due(one.status())));
      }
    }
    if (!added.isEmpty()) {
      shipments.add(added);
    }
    if (!changed.isEmpty()) {
      shipments.change(changed);
    }
    return added.size() + changed.size();
  }

  /** When a step was due is not announced: its time begins anew. */
  private @Nullable Instant due(ShipmentStatus status) {
    return switch (status) {
      case PREPARING -> clock.instant().plus(times.preparing());
      case SHIPPED -> clock.instant().plus(times.transit());
      case DELIVERED, CANCELLED -> null;
    };
  }
}
