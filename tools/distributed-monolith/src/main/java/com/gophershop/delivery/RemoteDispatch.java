package com.gophershop.delivery;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;

/**
 * Decides about no parcel itself: what was a method call into {@code Dispatch} is a call to the
 * shipping process. Cancelling needs none, because the table is at hand: the shop's own code
 * cancels in it, and so both programs write it.
 */
@Primary
@Service
class RemoteDispatch extends Dispatch {

  private final ShippingCalls shipping;

  RemoteDispatch(
      ShippingCalls shipping,
      Shipments shipments,
      ShippingTimes times,
      ApplicationEventPublisher events,
      Clock clock) {
    super(shipments, times, events, clock);
    this.shipping = shipping;
  }

  @Override
  public void prepare(UUID orderId) {
    shipping.prepare(orderId);
  }

  /** The clock of the shipping process does that. */
  @Override
  public int ship(int limit) {
    return 0;
  }

  /** The clock of the shipping process does that. */
  @Override
  public int deliver(int limit) {
    return 0;
  }
}
