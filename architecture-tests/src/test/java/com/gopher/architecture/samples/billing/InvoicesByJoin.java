package com.gopher.architecture.samples.billing;

import com.gopher.architecture.samples.delivery.ParcelQueue;
import com.gophershop.Money;
import java.math.BigDecimal;
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
}
