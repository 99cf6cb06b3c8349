package com.gophershop.order;

import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentShipped;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Lets the order follow its shipment, whoever holds it. */
@Component
class ShipmentEventListener {

  private final OrderManagement book;

  ShipmentEventListener(OrderManagement book) {
    this.book = book;
  }

  @ApplicationModuleListener(id = "order.shipment-shipped")
  void on(ShipmentShipped event) {
    book.follow(new OrderId(event.orderId()), OrderStatus.SHIPPED);
  }

  @ApplicationModuleListener(id = "order.shipment-delivered")
  void on(ShipmentDelivered event) {
    book.follow(new OrderId(event.orderId()), OrderStatus.DELIVERED);
  }

  @ApplicationModuleListener(id = "order.shipment-cancelled")
  void on(ShipmentCancelled event) {
    book.follow(new OrderId(event.orderId()), OrderStatus.CANCELLED);
  }
}
