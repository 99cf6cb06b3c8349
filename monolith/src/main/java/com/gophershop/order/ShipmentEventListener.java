package com.gophershop.order;

import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentShipped;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Lets the order follow its shipment, in whichever program that is. */
@Component
class ShipmentEventListener {

  private final OrderManagement orders;

  ShipmentEventListener(OrderManagement orders) {
    this.orders = orders;
  }

  @ApplicationModuleListener(id = "order.shipment-shipped")
  void on(ShipmentShipped event) {
    orders.follow(new OrderId(event.orderId()), OrderStatus.SHIPPED);
  }

  @ApplicationModuleListener(id = "order.shipment-delivered")
  void on(ShipmentDelivered event) {
    orders.follow(new OrderId(event.orderId()), OrderStatus.DELIVERED);
  }

  @ApplicationModuleListener(id = "order.shipment-cancelled")
  void on(ShipmentCancelled event) {
    orders.follow(new OrderId(event.orderId()), OrderStatus.CANCELLED);
  }
}
