package com.gophershop.order;

import com.gophershop.tracking.ShipmentCancelled;
import com.gophershop.tracking.ShipmentDelivered;
import com.gophershop.tracking.ShipmentShipped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the order follow its shipment, whoever holds it. */
@Component
class ShipmentEventListener {

  private final OrderManagement book;

  ShipmentEventListener(OrderManagement book) {
    this.book = book;
  }

  @EventListener
  void on(ShipmentShipped event) {
    book.follow(new OrderId(event.orderId()), OrderStatus.SHIPPED);
  }

  @EventListener
  void on(ShipmentDelivered event) {
    book.follow(new OrderId(event.orderId()), OrderStatus.DELIVERED);
  }

  @EventListener
  void on(ShipmentCancelled event) {
    book.follow(new OrderId(event.orderId()), OrderStatus.CANCELLED);
  }
}
