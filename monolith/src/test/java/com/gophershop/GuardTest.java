package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever page is open in a browser on this machine can reach both ports. Each refusal stands
 * beside the same request as an honest client sends it.
 */
@ShopTest
class GuardTest {

  private static final String PRODUCTS = "/api/products";
  private static final String CUSTOMERS = "/api/customers";
  private static final String HEALTH = "/actuator/health";

  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @BeforeEach
  void nothingIsUnderWay() {
    database.awaitQuiet();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "[::2]"
      })
  void aNameThatIsNotOursIsMisdirectedOnBothPorts(String host) {
    assertThat(to(shop.port(), PRODUCTS, host)).isEqualTo(421);
    assertThat(to(shop.managementPort(), HEALTH, host)).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.2:1", "[::1]", "[::1]:8080"})
  void theNamesOfThisMachineAreAnsweredOnBothPorts(String host) {
    assertThat(to(shop.port(), PRODUCTS, host)).isEqualTo(200);
    assertThat(to(shop.managementPort(), HEALTH, host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"liveness", "readiness"})
  void whoAsksForAPulseMayUseAnyNameAndLearnsNothingElse(String group) {
    String answer =
        RawHttp.to(shop.managementPort(), "GET", HEALTH + "/" + group)
            .header("Host", "10.0.0.1")
            .send();

    assertThat(answer).startsWith("HTTP/1.1 200").containsPattern("\r\n\\{\"status\":\"UP\"}\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost:1",
    "Origin, http://localhost.evil.example",
    "Sec-Fetch-Site, cross-site"
  })
  void aPageOfAnotherSiteCannotWriteOnEitherPort(String header, String value) {
    List<Long> before = database.everythingStored();

    assertThat(registration().header(header, value).status()).isEqualTo(403);
    assertThat(
            RawHttp.to(shop.managementPort(), "POST", "/actuator/publications")
                .header(header, value)
                .status())
        .isEqualTo(403);

    assertThat(database.everythingStored()).isEqualTo(before);
  }

  @Test
  void aPageOfTheShopCanWrite() {
    assertThat(
            registration()
                .header("Origin", "http://localhost:" + shop.port())
                .header("Sec-Fetch-Site", "same-origin")
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "*/*",
        "application/*"
      })
  void formsAndTextsAreRefusedWithAndWithoutABody(String type) {
    String cancel = "/api/orders/" + shop.newOrder() + "/cancel";
    for (int port : List.of(shop.port(), shop.managementPort())) {
      String path = port == shop.port() ? cancel : "/actuator/publications";
      assertThat(RawHttp.to(port, "POST", path).header("Content-Type", type).status())
          .isEqualTo(415);
      assertThat(RawHttp.to(port, "POST", path).header("Content-Type", type).body("{}").status())
          .isEqualTo(415);
      assertThat(RawHttp.to(port, "POST", path).body("{}").status()).isEqualTo(415);
    }
    assertThat(RawHttp.to(shop.port(), "POST", cancel).status()).isIn(202, 409);
  }

  @Test
  void anEncodedBodyIsRefused() {
    assertThat(registration().header("Content-Encoding", "gzip").status()).isEqualTo(415);
    assertThat(registration().header("Content-Encoding", "identity").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/products?%=%", "/api/products?after=%00%ff", "//", "//api/products"})
  void whatCannotBeDecodedIsABadRequest(String target) {
    assertThat(RawHttp.to(shop.port(), "GET", target).status()).isEqualTo(400);
    assertThat(RawHttp.to(shop.managementPort(), "GET", target).status()).isEqualTo(400);
  }

  @Test
  void whatAProxyWouldSayIsIgnored() {
    String description =
        RawHttp.to(shop.port(), "GET", "/openapi")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "host=evil.example")
            .send();
    assertThat(description)
        .startsWith("HTTP/1.1 200")
        .contains("http://localhost:" + shop.port())
        .doesNotContain("evil");
    assertThat(RawHttp.to(shop.port(), "GET", "/docs").header("X-Forwarded-Host", ",").status())
        .isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/swagger-ui/index.html", "/api/products", "/nothing"})
  void everyAnswerHasOnePolicyForBrowsers(String path) {
    Answer answer = shop.get(path);

    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/orders | GET,HEAD,OPTIONS,POST",
        "/api/products | GET,HEAD,OPTIONS",
        "/api/orders/x/cancel | OPTIONS,POST",
        "/ | GET,HEAD,OPTIONS"
      })
  void theMethodsThatAreNamedAreThoseThatAreThere(String path, String methods) {
    List<String> expected = List.of(methods.split(","));

    assertThat(allowed(RawHttp.to(shop.port(), "OPTIONS", path)))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(allowed(RawHttp.to(shop.port(), "PATCH", path)))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            allowed(
                RawHttp.to(shop.port(), "OPTIONS", path)
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "PUT")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> allowed(RawHttp request) {
    return request
        .send()
        .lines()
        .filter(line -> line.startsWith("Allow: "))
        .flatMap(line -> List.of(line.substring(7).split(", ?")).stream())
        .toList();
  }

  private RawHttp registration() {
    return RawHttp.to(shop.port(), "POST", CUSTOMERS)
        .header("Content-Type", "application/json")
        .body(ShopClient.customerNamed("Ada"));
  }

  private static int to(int port, String path, String host) {
    return RawHttp.to(port, "GET", path).header("Host", host).status();
  }
}
