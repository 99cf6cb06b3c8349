package com.gophershop.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what the tracker announces of its shipments, and passes it on as the same events that
 * the module {@code delivery} publishes: the rest of the shop does not know the difference.
 */
@Service
class ShipmentUpdates {

  private final Parcels parcels;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ShipmentUpdates(Parcels parcels, ApplicationEventPublisher events, Clock clock) {
    this.parcels = parcels;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @return how many were new; the others had been taken in before, or newer ones had
   * @throws org.springframework.dao.DataAccessException if the database did not store them; then
   *     none was taken in, and the same ones may be tried again
   */
  @Transactional
  public int take(Collection<ShipmentState> batch) {
    Collection<ShipmentState> shipments = newestOfEachOrder(batch);
    Map<UUID, Long> known =
        parcels.sequences(shipments.stream().map(ShipmentState::orderId).toList());
    Instant now = clock.instant();
    int applied = 0;
    for (ShipmentState shipment : shipments) {
      var steps = shipment.eventsSince(known.getOrDefault(shipment.orderId(), 0L));
      for (ShipmentEvent step : steps) {
        parcels.record(step, now);
        events.publishEvent(step);
      }
      applied += steps.isEmpty() ? 0 : 1;
    }
    return applied;
  }

  /** Each record carries the whole state, so of several of one order only the newest matters. */
  private static Collection<ShipmentState> newestOfEachOrder(Collection<ShipmentState> batch) {
    Map<UUID, ShipmentState> newest = new LinkedHashMap<>();
    for (ShipmentState shipment : batch) {
      newest.merge(
          shipment.orderId(),
          shipment,
          (one, other) -> one.sequence() >= other.sequence() ? one : other);
    }
    return newest.values();
  }
}
