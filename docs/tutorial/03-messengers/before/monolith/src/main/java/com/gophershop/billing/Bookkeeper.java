package com.gophershop.billing;

import com.gophershop.order.OrderCancelled;
import com.gophershop.order.OrderPlaced;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Bills what is ordered and credits what is cancelled. */
@Component
class Bookkeeper {

  private final Invoices invoices;
  private final Clock clock;

  Bookkeeper(Invoices invoices, Clock clock) {
    this.invoices = invoices;
    this.clock = clock;
  }

  @EventListener
  void on(OrderPlaced event) {
    invoices.write(event.orderId(), clock.instant());
  }

  @EventListener
  void on(OrderCancelled event) {
    invoices.credit(event.orderId(), clock.instant());
  }
}
