package com.gophershop.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.Answer;
import com.gophershop.ShopClient;
import com.gophershop.ShopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ShopTest
class InvoiceApiTest {
  @Autowired ShopClient shop;

  @Test
  void anInvoiceSaysWhoPaysWhat() {
    String order = shop.newOrder();

    JsonNode invoice = shop.awaitInvoice(order).json().at("/items/0");

    assertThat(UUID.fromString(invoice.at("/id").asString()).version()).isEqualTo(7);
    assertThat(invoice.at("/orderId").asString()).isEqualTo(order);
    assertThat(invoice.at("/customer").toString())
        .isEqualTo(
            """
            {"name":"Ada Gopher","address":{"street":"7 Burrow Lane","postalCode":"1010",\
            "city":"Vienna","country":"Austria"}}""");
    assertThat(invoice.at("/total").toString())
        .isEqualTo("{\"amount\":\"24.90\",\"currency\":\"EUR\"}");
    assertThat(invoice.has("creditNote")).isTrue();
    assertThat(invoice.at("/creditNote").isNull()).isTrue();
  }

  @Test
  void anOrderThatIsNotBilledHasNoInvoice() {
    assertThat(shop.get("/api/invoices?orderId=" + UUID.randomUUID()).is(200).body())
        .isEqualTo("{\"items\":[],\"next\":null}");
  }

  @Test
  void followingTheCursorsShowsEveryInvoiceOnce() {
    List<String> orders = List.of(shop.newOrder(), shop.newOrder(), shop.newOrder());
    orders.forEach(shop::awaitInvoice);
    List<String> ids = new ArrayList<>();
    List<String> seen = new ArrayList<>();

    Answer page = shop.get("/api/invoices?limit=2").is(200);
    collect(page, ids, seen);
    while (!page.json().at("/next").isNull()) {
      assertThat(page.json().at("/items").size()).isEqualTo(2);
      page = shop.get("/api/invoices?limit=2&after=" + page.text("/next")).is(200);
      collect(page, ids, seen);
    }

    assertThat(ids).doesNotHaveDuplicates().isSorted();
    assertThat(seen).containsAll(orders);
  }

  private static void collect(Answer page, List<String> ids, List<String> orders) {
    page.json()
        .at("/items")
        .forEach(
            it -> {
              ids.add(it.at("/id").asString());
              orders.add(it.at("/orderId").asString());
            });
  }
}
