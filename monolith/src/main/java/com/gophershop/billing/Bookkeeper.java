package com.gophershop.billing;

import com.gophershop.billing.Invoice.Recipient;
import com.gophershop.customer.Customer;
import com.gophershop.customer.Customers;
import com.gophershop.order.OrderCancelled;
import com.gophershop.order.OrderPlaced;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Bills what is ordered and credits what is cancelled. */
@Component
class Bookkeeper {

  private final Invoices invoices;
  private final Customers customers;
  private final Clock clock;

  Bookkeeper(Invoices invoices, Customers customers, Clock clock) {
    this.invoices = invoices;
    this.customers = customers;
    this.clock = clock;
  }

  /** Without a transaction of its own, because it asks another module before it writes. */
  @ApplicationModuleListener(id = "billing.order-placed", propagation = Propagation.NOT_SUPPORTED)
  void on(OrderPlaced event) {
    Customer customer =
        customers
            .find(event.customerId())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The order %s is of the customer %s, who is unknown"
                            .formatted(event.orderId(), event.customerId())));
    invoices.write(
        event.orderId(),
        new Recipient(customer.name(), customer.address()),
        event.total(),
        clock.instant());
  }

  @ApplicationModuleListener(id = "billing.order-cancelled")
  void on(OrderCancelled event) {
    invoices.credit(event.orderId(), clock.instant());
  }
}
