package com.gophershop.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.Answer;
import com.gophershop.ShopClient;
import com.gophershop.ShopTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class CustomerApiTest {
  @Autowired ShopClient shop;

  @Test
  void aNewCustomerGetsAnIdAndAnAddressToBeFoundAt() {
    Answer registered = shop.post("/api/customers", ShopClient.customerNamed("Ada Gopher")).is(201);

    UUID id = UUID.fromString(registered.text("/id"));
    assertThat(id.version()).isEqualTo(7);
    assertThat(registered.header("Location")).isEqualTo("/api/customers/" + id);
    assertThat(shop.get(registered.header("Location")).is(200).json()).isEqualTo(registered.json());
    assertThat(registered.text("/name")).isEqualTo("Ada Gopher");
    assertThat(registered.text("/email")).isEqualTo("ada@example.org");
    assertThat(registered.json().at("/address").toString())
        .isEqualTo(
            "{\"street\":\"7 Burrow Lane\",\"postalCode\":\"1010\",\"city\":\"Vienna\","
                + "\"country\":\"Austria\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Gopher",
        "Зоя",
        "穴熊",
        "Ada \uD83D\uDC39",
        "<b>Ada</b>",
        "'; DROP TABLE customer --"
      })
  void aNameIsKeptAsItIsWritten(String name) {
    String location =
        shop.post("/api/customers", ShopClient.customerNamed(name)).is(201).header("Location");

    assertThat(shop.get(location).text("/name")).isEqualTo(name);
  }

  @Test
  void aMemberThatTheShopDoesNotKnowIsIgnored() {
    String body =
        ShopClient.customerNamed("Ada").replaceFirst("\\{", "{\"id\":\"mine\",\"vip\":true,");

    Answer registered = shop.post("/api/customers", body).is(201);

    assertThat(registered.text("/id")).isNotEqualTo("mine");
    assertThat(registered.json().has("vip")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0",
        "\u2003\u2003",
        "\u3000",
        "\u200b",
        "\u2060\ufeff",
        "\u3164",
        "\u2800",
        "\u202e"
      })
  void aTextOfWhichNothingCanBeSeenIsRefused(String blank) {
    Answer name = shop.post("/api/customers", ShopClient.customerNamed(blank)).isProblem(422);
    assertThat(name.text("/errors/0/field")).isEqualTo("name");

    String body = ShopClient.customerNamed("Ada").replace("Vienna", blank);
    assertThat(shop.post("/api/customers", body).isProblem(422).text("/errors/0/field"))
        .isEqualTo("address.city");
  }
}
