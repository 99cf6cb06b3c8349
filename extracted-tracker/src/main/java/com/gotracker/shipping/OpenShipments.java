package com.gotracker.shipping;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces the shipments again that are neither delivered nor cancelled. */
@Service
class OpenShipments {

  private final Shipments shipments;
  private final ApplicationEventPublisher events;

  OpenShipments(Shipments shipments, ApplicationEventPublisher events) {
    this.shipments = shipments;
    this.events = events;
  }

  /**
   * Announces the next of them, in the order of their ids. They are locked for it: a change that
   * comes in between is announced behind.
   *
   * @param after the last one that was announced; null for none
   * @return the orders of those that were announced now; fewer than the limit if there are no more
   */
  @Transactional
  public List<UUID> announceAgain(@Nullable UUID after, int limit) {
    List<Shipment> page = shipments.lockOpen(after, limit);
    if (!page.isEmpty()) {
      events.publishEvent(
          new ShipmentsChanged(page.stream().map(it -> new ShipmentChanged(it, null)).toList()));
    }
    return page.stream().map(Shipment::orderId).toList();
  }
}
