package com.gotracker.shipping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parcel of one order, with the times at which it got each of its states.
 *
 * @param orderSequence of the newest update of the order that was applied; older ones are ignored
 * @param dueAt when the clock is to move it on, null for never
 */
public record Shipment(
    UUID orderId,
    String trackingNumber,
    ShipmentStatus status,
    long orderSequence,
    @Nullable Instant preparedAt,
    @Nullable Instant shippedAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant dueAt) {

  /** Rises with every change of the status. */
  public long sequence() {
    return status.sequence();
  }

  /** The states it went through, the oldest first; those before the tracker knew it are missing. */
  public List<Step> history() {
    List<Step> steps = new ArrayList<>(3);
    note(steps, ShipmentStatus.PREPARING, preparedAt);
    note(steps, ShipmentStatus.SHIPPED, shippedAt);
    note(steps, ShipmentStatus.DELIVERED, deliveredAt);
    note(steps, ShipmentStatus.CANCELLED, cancelledAt);
    return List.copyOf(steps);
  }

  private static void note(List<Step> steps, ShipmentStatus status, @Nullable Instant at) {
    if (at != null) {
      steps.add(new Step(status, at));
    }
  }

  /**
   * The shipment of an order that was unknown. Usually it is to be prepared; a cancellation that
   * comes before the order leaves a mark, so that it never is. If the parcel of the order has left
   * already, this tracker's memory is younger than the order: it goes on from there, and nothing is
   * shipped twice.
   */
  static Shipment first(OrderUpdate update, Instant now, ShippingTimes times) {
    Shipment prepared =
        new Shipment(
            update.orderId(),
            TrackingNumber.of(update.orderId()),
            ShipmentStatus.PREPARING,
            update.sequence(),
            null,
            null,
            null,
            null,
            now.plus(times.preparing()));
    return update.status() == OrderStatus.PLACED
        ? prepared.preparedAt(now)
        : prepared.after(update, now, times);
  }

  boolean isOlderThan(OrderUpdate update) {
    return orderSequence < update.sequence();
  }

  /** The shipment after an update of its order; what is settled already stays as it is. */
  Shipment after(OrderUpdate update, Instant now, ShippingTimes times) {
    Shipment informed = informedUpTo(update.sequence());
    return switch (update.status()) {
      case PLACED -> informed;
      case CANCELLING, CANCELLED -> canBeCancelled() ? informed.cancel(now) : informed;
      case SHIPPED ->
          canBeShipped() ? informed.ship(update.changedAt(), now.plus(times.transit())) : informed;
      case DELIVERED -> canBeDelivered() ? informed.deliver(update.changedAt()) : informed;
    };
  }

  boolean canBeCancelled() {
    return status == ShipmentStatus.PREPARING;
  }

  boolean canBeShipped() {
    return status == ShipmentStatus.PREPARING;
  }

  private boolean canBeDelivered() {
    return status == ShipmentStatus.PREPARING || status == ShipmentStatus.SHIPPED;
  }

  /**
   * @throws IllegalStateException if it has left, or is cancelled already
   */
  Shipment cancel(Instant now) {
    require(canBeCancelled(), "cancelled");
    return new Shipment(
        orderId,
        trackingNumber,
        ShipmentStatus.CANCELLED,
        orderSequence,
        preparedAt,
        null,
        null,
        now,
        null);
  }

  /**
   * @param due when it is to be delivered
   * @throws IllegalStateException if it has left, or is cancelled
   */
  Shipment ship(Instant at, Instant due) {
    require(canBeShipped(), "shipped");
    return new Shipment(
        orderId,
        trackingNumber,
        ShipmentStatus.SHIPPED,
        orderSequence,
        preparedAt,
        at,
        null,
        null,
        due);
  }

  /**
   * @throws IllegalStateException if it was delivered, or is cancelled
   */
  Shipment deliver(Instant at) {
    require(canBeDelivered(), "delivered");
    return new Shipment(
        orderId,
        trackingNumber,
        ShipmentStatus.DELIVERED,
        orderSequence,
        preparedAt,
        shippedAt,
        at,
        null,
        null);
  }

  private Shipment preparedAt(Instant at) {
    return new Shipment(
        orderId, trackingNumber, status, orderSequence, at, null, null, null, dueAt);
  }

  private Shipment informedUpTo(long sequence) {
    return new Shipment(
        orderId,
        trackingNumber,
        status,
        sequence,
        preparedAt,
        shippedAt,
        deliveredAt,
        cancelledAt,
        dueAt);
  }

  private void require(boolean possible, String change) {
    if (!possible) {
      throw new IllegalStateException(
          "The shipment of %s cannot be %s: it is %s".formatted(orderId, change, status));
    }
  }
}
