package com.gophershop.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.ShopClient;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ShopTest
class CreditNoteTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @Test
  void aCancelledOrderHasACreditNoteOnItsInvoice() {
    String order = shop.newOrderInPreparation();
    shop.awaitInvoice(order);

    shop.cancel(order).is(202);
    shop.awaitOrder(order, "CANCELLED");
    database.awaitQuiet();

    JsonNode credit = shop.awaitInvoice(order).json().at("/items/0/creditNote");
    assertThat(credit.propertyNames()).containsExactlyInAnyOrder("id", "at");
    assertThat(credit.at("/at").asString()).endsWith("Z");
  }
}
