package com.gophershop.delivery;

import com.gophershop.order.Decider;
import com.gophershop.order.Fulfillment;
import com.gophershop.order.OrderCancellationRequested;
import com.gophershop.order.OrderPlaced;
import org.springframework.modulith.events.ApplicationModuleListener;
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

  @ApplicationModuleListener(id = "delivery.order-placed")
  void on(OrderPlaced event) {
    if (event.decider() == decidesAs()) {
      dispatch.prepare(event.orderId().value());
    }
  }

  @ApplicationModuleListener(id = "delivery.order-cancellation-requested")
  void on(OrderCancellationRequested event) {
    if (event.decider() == decidesAs()) {
      dispatch.cancel(event.orderId().value());
    }
  }
}
