package com.gotracker.shipping;

import com.gopher.inbound.Reannouncement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces the shipments again that are neither delivered nor cancelled. Closed ones are announced
 * when the shop asks: it knows which of its orders are still open.
 */
@Service
class OpenShipments implements Reannouncement {

  private final Shipments shipments;
  private final ApplicationEventPublisher events;

  OpenShipments(Shipments shipments, ApplicationEventPublisher events) {
    this.shipments = shipments;
    this.events = events;
  }

  @Override
  @Transactional
  public List<UUID> announceAgain(Optional<UUID> after, int limit) {
    List<UUID> page = shipments.open(after.orElse(null), limit);
    if (!page.isEmpty()) {
      events.publishEvent(
          new ShipmentsChanged(
              shipments.lock(page).stream().map(it -> new ShipmentChanged(it, null)).toList()));
    }
    return page;
  }
}
