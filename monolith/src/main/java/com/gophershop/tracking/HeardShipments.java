package com.gophershop.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what the tracker tells of its shipments, and passes it on as the same events that the
 * module {@code delivery} publishes of its own: the rest of the shop does not know the difference.
 */
@Service
class HeardShipments {

  private final Parcels parcels;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HeardShipments(Parcels parcels, ApplicationEventPublisher events, Clock clock) {
    this.parcels = parcels;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param shipments at most one for each order
   * @throws org.springframework.dao.DataAccessException if the database did not store them; then
   *     none was taken in, and the same ones may be tried again
   */
  @Transactional
  public void take(Collection<ShipmentState> shipments) {
    Map<UUID, Long> known =
        parcels.sequences(shipments.stream().map(ShipmentState::orderId).toList());
    Instant now = clock.instant();
    for (ShipmentState shipment : shipments) {
      for (ShipmentEvent news : shipment.eventsSince(known.getOrDefault(shipment.orderId(), 0L))) {
        parcels.record(news, now);
        events.publishEvent(news);
      }
    }
  }
}
