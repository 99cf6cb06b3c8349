package com.gophershop.billing;

import com.gophershop.order.OrderCancelled;
import com.gophershop.order.OrderId;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Bills what is ordered and credits what is cancelled. */
@Component
public class Bookkeeper {

  private final Invoices invoices;
  private final Clock clock;

  Bookkeeper(Invoices invoices, Clock clock) {
    this.invoices = invoices;
    this.clock = clock;
  }

  /** Called for each order that is accepted. */
  public void bill(OrderId orderId) {
    invoices.write(orderId, clock.instant());
  }

  @EventListener
  void on(OrderCancelled event) {
    invoices.credit(event.orderId(), clock.instant());
  }
}
