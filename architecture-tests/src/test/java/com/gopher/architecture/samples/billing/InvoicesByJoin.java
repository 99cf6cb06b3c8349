package com.gopher.architecture.samples.billing;

import com.gopher.architecture.samples.delivery.ParcelQueue;
import com.gopher.publications.CompletesPublication;
import com.gophershop.Money;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything a module of the shop may not do. */
public class InvoicesByJoin {

  @Autowired private @Nullable ParcelQueue parcels;

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public @Nullable Money total() {
    return parcels == null ? null : new Money(BigDecimal.ONE, "EUR");
  }

  @ApplicationModuleListener
  void on(StringBuilder event) {}

  @ApplicationModuleListener(id = "samples.later")
  CompletableFuture<Void> later(StringBuilder event) {
    return new CompletableFuture<>();
  }

  @CompletesPublication
  void count() {}
}
