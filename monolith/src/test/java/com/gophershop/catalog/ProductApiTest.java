package com.gophershop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.Answer;
import com.gophershop.ShopClient;
import com.gophershop.ShopTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ProductApiTest {
  @Autowired ShopClient shop;

  @Test
  void aBookHasATitleAndAPrice() {
    Answer book = shop.get("/api/products/GS-1001").is(200);

    assertThat(book.header("Content-Type")).isEqualTo("application/json");
    assertThat(book.json().propertyNames()).containsExactlyInAnyOrder("sku", "title", "price");
    assertThat(book.text("/sku")).isEqualTo("GS-1001");
    assertThat(book.text("/title")).isEqualTo("The Tunnel Architect");
    assertThat(book.json().at("/price").toString())
        .isEqualTo("{\"amount\":\"24.90\",\"currency\":\"EUR\"}");
  }

  @Test
  void aboutThirtyBooksAreOnTheShelves() {
    assertThat(skus(shop.get("/api/products?limit=100").is(200))).hasSizeBetween(28, 32);
  }

  @Test
  void twentyBooksAreShownUnlessMoreAreAskedFor() {
    Answer page = shop.get("/api/products").is(200);

    assertThat(page.json().propertyNames()).containsExactlyInAnyOrder("items", "next");
    assertThat(skus(page)).hasSize(20);
    assertThat(page.text("/next")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 30, 100})
  void followingTheCursorsShowsEveryBookOnce(int limit) {
    List<String> all = skus(shop.get("/api/products?limit=100"));
    List<String> seen = new ArrayList<>();

    Answer page = shop.get("/api/products?limit=" + limit).is(200);
    seen.addAll(skus(page));
    while (!page.json().at("/next").isNull()) {
      page = shop.get("/api/products?limit=%d&after=%s".formatted(limit, page.text("/next")));
      seen.addAll(skus(page.is(200)));
    }

    assertThat(seen).isEqualTo(all).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void theLastPageSaysSoEvenIfItIsFull() {
    int all = skus(shop.get("/api/products?limit=100")).size();

    assertThat(shop.get("/api/products?limit=" + all).json().at("/next").isNull()).isTrue();
    assertThat(shop.get("/api/products?limit=" + (all - 1)).json().at("/next").isNull()).isFalse();
  }

  private static List<String> skus(Answer page) {
    return page.json().at("/items").valueStream().map(it -> it.at("/sku").asString()).toList();
  }
}
