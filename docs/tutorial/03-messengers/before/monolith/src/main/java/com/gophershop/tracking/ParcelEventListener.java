package com.gophershop.tracking;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the shop's copy up to date with the events of shipments. */
@Component
class ParcelEventListener {

  private final Parcels parcels;
  private final Clock clock;

  ParcelEventListener(Parcels parcels, Clock clock) {
    this.parcels = parcels;
    this.clock = clock;
  }

  @EventListener
  void on(ShipmentEvent event) {
    parcels.record(event, clock.instant());
  }
}
