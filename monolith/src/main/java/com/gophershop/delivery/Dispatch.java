package com.gophershop.delivery;

import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentPrepared;
import com.gophershop.tracking.ShipmentShipped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about parcels: each decision in one transaction with the event that tells of it. Orders
 * and cancellations may reach it twice and in any order.
 */
@Service
class Dispatch {

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

  @Transactional
  public void prepare(UUID orderId) {
    Instant now = clock.instant();
    Shipment shipment = Shipment.prepare(orderId);
    if (shipments.add(shipment, now.plus(times.preparing()))) {
      events.publishEvent(
          new ShipmentPrepared(orderId, shipment.trackingNumber(), shipment.version(), now));
    }
  }

  /** Stops the parcel if it has not left; if it has, that event settles the matter. */
  @Transactional
  public void cancel(UUID orderId) {
    var known = shipments.findForUpdate(orderId);
    if (known.isEmpty()) {
      Shipment mark = Shipment.cancelledBeforehand(orderId);
      if (shipments.add(mark, null)) {
        tellCancelled(mark);
        return;
      }
      // It was prepared between the two statements.
      known = shipments.findForUpdate(orderId);
    }
    known
        .filter(Shipment::canBeCancelled)
        .map(Shipment::cancel)
        .ifPresent(
            cancelled -> {
              shipments.cancel(cancelled);
              tellCancelled(cancelled);
            });
  }

  /** Ships what is packed, at most {@code limit} parcels; returns how many. */
  @Transactional
  public int ship(int limit) {
    Instant now = clock.instant();
    List<UUID> due = shipments.lockDue(ShipmentStatus.PREPARING, now, limit);
    if (!due.isEmpty()) {
      shipments
          .move(due, ShipmentStatus.SHIPPED, now.plus(times.transit()))
          .forEach(
              it ->
                  events.publishEvent(
                      new ShipmentShipped(it.orderId(), it.trackingNumber(), it.version(), now)));
    }
    return due.size();
  }

  /** Delivers what has travelled long enough, at most {@code limit} parcels; returns how many. */
  @Transactional
  public int deliver(int limit) {
    Instant now = clock.instant();
    List<UUID> due = shipments.lockDue(ShipmentStatus.SHIPPED, now, limit);
    if (!due.isEmpty()) {
      shipments
          .move(due, ShipmentStatus.DELIVERED, null)
          .forEach(
              it ->
                  events.publishEvent(
                      new ShipmentDelivered(it.orderId(), it.trackingNumber(), it.version(), now)));
    }
    return due.size();
  }

  private void tellCancelled(Shipment cancelled) {
    events.publishEvent(
        new ShipmentCancelled(
            cancelled.orderId(), cancelled.trackingNumber(), cancelled.version(), clock.instant()));
  }
}
