package com.gophershop.order;

import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentShipped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the order follow its shipment, in whichever program that is. */
@Component
class ShipmentEventListener {

  private final OrderManagement orders;

  ShipmentEventListener(OrderManagement orders) {
    this.orders = orders;
  }

  @EventListener
  void on(ShipmentShipped event) {
    orders.follow(new OrderId(event.orderId()), OrderStatus.SHIPPED);
  }

  @EventListener
  void on(ShipmentDelivered event) {
    orders.follow(new OrderId(event.orderId()), OrderStatus.DELIVERED);
  }

  @EventListener
  void on(ShipmentCancelled event) {
    orders.follow(new OrderId(event.orderId()), OrderStatus.CANCELLED);
  }
}
