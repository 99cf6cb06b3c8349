package com.gophershop.billing;

import com.gophershop.order.OrderCancelled;
import com.gophershop.order.OrderPlaced;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
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

  @ApplicationModuleListener(id = "billing.order-placed")
  void on(OrderPlaced event) {
    invoices.write(event.orderId(), clock.instant());
  }

  @ApplicationModuleListener(id = "billing.order-cancelled")
  void on(OrderCancelled event) {
    invoices.credit(event.orderId(), clock.instant());
  }
}
