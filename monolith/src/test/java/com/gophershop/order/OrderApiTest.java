package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.Answer;
import com.gophershop.ShopClient;
import com.gophershop.ShopTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class OrderApiTest {
  @Autowired ShopClient shop;
  @Autowired JsonMapper json;

  @Test
  void aPlacedOrderShowsItsLinesWithTitlesAndPrices() {
    String customer = shop.newCustomer();

    Answer placed =
        shop.post(
                "/api/orders",
                """
                {"customerId":"%s","lines":[{"sku":"GS-1001","quantity":2},
                 {"sku":"GS-1003","quantity":1}]}"""
                    .formatted(customer))
            .is(201);

    assertThat(UUID.fromString(placed.text("/id")).version()).isEqualTo(7);
    assertThat(placed.header("Location")).isEqualTo("/api/orders/" + placed.text("/id"));
    assertThat(placed.text("/customerId")).isEqualTo(customer);
    assertThat(placed.text("/status")).isEqualTo("PLACED");
    assertThat(placed.json().at("/lines").toString())
        .isEqualTo(
            """
            [{"sku":"GS-1001","title":"The Tunnel Architect","quantity":2,\
            "unitPrice":{"amount":"24.90","currency":"EUR"}},\
            {"sku":"GS-1003","title":"Roots and Branches","quantity":1,\
            "unitPrice":{"amount":"12.90","currency":"EUR"}}]""");
    assertThat(placed.json().at("/total").toString())
        .isEqualTo("{\"amount\":\"62.70\",\"currency\":\"EUR\"}");
    assertThat(shop.get(placed.header("Location")).is(200).json()).isEqualTo(placed.json());
  }

  @Test
  void theCatalogSaysWhatABookCostsAndNotTheCustomer() {
    Answer placed =
        shop.post(
                "/api/orders",
                """
                {"customerId":"%s","status":"DELIVERED",
                 "total":{"amount":"0.01","currency":"JPY"},
                 "lines":[{"sku":"GS-1001","title":"Free","quantity":1,"price":0,
                           "unitPrice":{"amount":"0.01","currency":"JPY"}}]}"""
                    .formatted(shop.newCustomer()))
            .is(201);

    assertThat(placed.text("/status")).isEqualTo("PLACED");
    assertThat(placed.text("/lines/0/title")).isEqualTo("The Tunnel Architect");
    assertThat(placed.json().at("/lines/0/unitPrice").toString())
        .isEqualTo("{\"amount\":\"24.90\",\"currency\":\"EUR\"}");
    assertThat(placed.text("/total/amount")).isEqualTo("24.90");
    assertThat(shop.awaitInvoice(placed.text("/id")).text("/items/0/total/amount"))
        .isEqualTo("24.90");
  }

  @Test
  void anOrderMayHave100LinesAnd999Copies() {
    String line = "{\"sku\":\"GS-1001\",\"quantity\":999}";
    String lines = String.join(",", Collections.nCopies(100, line));

    Answer placed =
        shop.post(
                "/api/orders",
                "{\"customerId\":\"%s\",\"lines\":[%s]}".formatted(shop.newCustomer(), lines))
            .is(201);

    assertThat(placed.json().at("/lines").size()).isEqualTo(100);
    assertThat(placed.text("/total/amount")).isEqualTo("2487510.00");
  }

  @Test
  void linesStayInTheOrderInWhichTheyWereWritten() {
    List<String> skus = IntStream.rangeClosed(1, 20).mapToObj(i -> "GS-" + (1021 - i)).toList();
    String lines =
        skus.stream()
            .map("{\"sku\":\"%s\",\"quantity\":1}"::formatted)
            .collect(Collectors.joining(","));

    String location =
        shop.post(
                "/api/orders",
                "{\"customerId\":\"%s\",\"lines\":[%s]}".formatted(shop.newCustomer(), lines))
            .is(201)
            .header("Location");

    assertThat(
            shop.get(location)
                .json()
                .at("/lines")
                .valueStream()
                .map(it -> it.at("/sku").asString()))
        .containsExactlyElementsOf(skus);
  }

  @Test
  void timesHaveExactlyThreeDecimals() {
    String order = shop.newOrder();
    String threeDecimals = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    assertThat(shop.get("/api/orders/" + order).text("/placedAt")).matches(threeDecimals);
    assertThat(shop.awaitInvoice(order).text("/items/0/issuedAt")).matches(threeDecimals);
    assertThat(json.writeValueAsString(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo("\"2026-01-01T00:00:00.000Z\"");
    assertThat(json.writeValueAsString(Instant.parse("2026-01-01T00:00:00.120987Z")))
        .isEqualTo("\"2026-01-01T00:00:00.120Z\"");
  }

  @Test
  void ordersAreListedNewestFirstAndPageByPage() {
    String customer = shop.newCustomer();
    List<String> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      placed.add(place(customer));
    }
    Collections.reverse(placed);

    Answer first = shop.get("/api/orders?limit=2&customerId=" + customer).is(200);
    Answer second = following(customer, first);
    Answer third = following(customer, second);

    assertThat(ids(first)).isEqualTo(placed.subList(0, 2));
    assertThat(ids(second)).isEqualTo(placed.subList(2, 4));
    assertThat(ids(third)).isEqualTo(placed.subList(4, 5));
    assertThat(third.json().at("/next").isNull()).isTrue();
  }

  @Test
  void anOrderPlacedMeanwhileDoesNotShiftTheNextPage() {
    String customer = shop.newCustomer();
    String first = place(customer);
    place(customer);
    Answer page = shop.get("/api/orders?limit=1&customerId=" + customer).is(200);

    place(customer);

    assertThat(ids(following(customer, page))).contains(first);
  }

  @Test
  void eachCustomerIsShownOnlyHisOwnOrders() {
    String one = shop.newCustomer();
    String another = shop.newCustomer();
    String order = place(one);
    place(another);

    assertThat(ids(shop.get("/api/orders?customerId=" + one))).containsExactly(order);
  }

  @Test
  void aListIsAsDetailedAsASingleOrder() {
    String customer = shop.newCustomer();
    String order = place(customer);

    assertThat(shop.get("/api/orders?customerId=" + customer).json().at("/items/0"))
        .isEqualTo(shop.get("/api/orders/" + order).json());
  }

  @Test
  void whoeverHasNoOrdersGetsAnEmptyList() {
    assertThat(shop.get("/api/orders?customerId=" + shop.newCustomer()).is(200).body())
        .isEqualTo("{\"items\":[],\"next\":null}");
  }

  private String place(String customer) {
    return shop.post("/api/orders", ShopClient.orderOf(customer, "GS-1002", 1)).is(201).text("/id");
  }

  private Answer following(String customer, Answer page) {
    return shop.get(
            "/api/orders?limit=2&customerId=%s&after=%s".formatted(customer, page.text("/next")))
        .is(200);
  }

  private static List<String> ids(Answer page) {
    return page.json().at("/items").valueStream().map(it -> it.at("/id").asString()).toList();
  }
}
