package com.gophershop;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who orders does not depend on who writes the invoice. */
@ShopTest
class BrokenBillingTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @Test
  void anOrderIsAcceptedWhileBillingIsBrokenAndBilledWhenItIsMended() {
    String order = orderWhileBillingIsBroken();

    shop.awaitInvoice(order);
  }

  private String orderWhileBillingIsBroken() {
    database.asAdministrator().execute("ALTER TABLE billing.invoice RENAME TO invoice_away");
    try {
      return shop.newOrder();
    } finally {
      database.asAdministrator().execute("ALTER TABLE billing.invoice_away RENAME TO invoice");
    }
  }
}
