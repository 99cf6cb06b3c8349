package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a browser is sent; what it makes of it is tried in a browser, against the started shop. */
@ShopTest
class FrontPageTest {
  @Autowired ShopClient shop;

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/front-page/page.js, text/javascript",
    "/front-page/page.css, text/css",
    "/front-page/icon.svg, image/svg+xml"
  })
  void eachFileIsSentWithItsTypeAndAPolicy(String path, String type) {
    Answer file = shop.get(path).is(200);

    assertThat(file.header("Content-Type")).startsWith(type);
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void nothingElseOfTheFolderOrTheClassPathIsSent() {
    shop.get("/front-page/").isProblem(404);
    shop.get("/index.html").isProblem(404);
    shop.get("/application.yml").isProblem(404);
  }

  @Test
  void theShopSaysWhichShapeItHasAndHowItIs() {
    Answer status = shop.get("/api/shop").is(200);

    assertThat(status.text("/delivery")).isEqualTo("in-process");
    assertThat(status.json().at("/messaging").asBoolean()).isFalse();
    assertThat(status.text("/health")).isEqualTo("UP");
    assertThat(status.json().at("/managementPort").asInt()).isEqualTo(shop.managementPort());
  }
}
