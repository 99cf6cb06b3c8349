package com.gophershop.delivery;

import com.gophershop.order.Decider;
import com.gophershop.order.Fulfillment;
import com.gophershop.order.OrderCancellationRequested;
import com.gophershop.order.OrderPlaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of orders and works on those this shop decides about. */
@Component
class OrderEventListener implements Fulfillment {

  private final Dispatch dispatch;

  OrderEventListener(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  public Decider decidesAs() {
    return Decider.SHOP;
  }

  @EventListener
  void on(OrderPlaced event) {
    if (event.decider() == decidesAs()) {
      dispatch.prepare(event.orderId().value());
    }
  }

  @EventListener
  void on(OrderCancellationRequested event) {
    if (event.decider() == decidesAs()) {
      dispatch.cancel(event.orderId().value());
    }
  }
}
