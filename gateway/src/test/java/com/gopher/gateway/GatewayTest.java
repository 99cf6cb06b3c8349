package com.gopher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes unchanged, and what is refused at the edge; the backends are well. */
class GatewayTest {

  private static Backend shop;
  private static Backend tracker;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    shop =
        Backend.that(
            exchange -> {
              exchange.getResponseHeaders().set("Location", "/api/orders/7");
              Backend.answering(201, "{\"from\":\"shop\"}").handle(exchange);
            });
    tracker = Backend.that(Backend.answering(200, "{\"from\":\"tracker\"}"));
    gateway =
        RunningGateway.before(shop.url(), List.of(tracker.url()), "--gateway.hosts=shop.example");
  }

  @AfterAll
  static void end() {
    gateway.close();
    shop.close();
    tracker.close();
  }

  @BeforeEach
  void forget() {
    shop.seen().clear();
    tracker.seen().clear();
  }

  @Test
  void anOrderReachesTheShopAsItWasSent() throws Exception {
    String body = "{\"book\":\"ä\"}";

    var answer =
        gateway.post(
            "/api/orders?a=1%2B2&b=%20&c=%C3%A4",
            body,
            "Idempotency-Key",
            "key-1",
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"from\":\"shop\"}");
    assertThat(answer.headers().firstValue("Location")).contains("/api/orders/7");
    assertThat(shop.seen())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.method()).isEqualTo("POST");
              assertThat(it.url()).hasToString("/api/orders?a=1%2B2&b=%20&c=%C3%A4");
              assertThat(it.body()).isEqualTo(body);
              assertThat(it.header("Idempotency-Key")).isEqualTo("key-1");
              assertThat(it.header("traceparent")).startsWith("00-0af7651916cd43dd");
              assertThat(it.header("Content-Type")).isEqualTo("application/json");
            });
  }

  @Test
  void theBackendSeesTheNameThatTheClientUsedAndNothingElseOfTheEdge() throws Exception {
    RunningGateway.send(
        gateway
            .request("/api/orders")
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-For", "10.0.0.1")
            .header("Forwarded", "host=evil.example"));

    assertThat(shop.seen())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.header("Host")).isEqualTo("127.0.0.1:" + gateway.port());
              assertThat(it.headers().keySet())
                  .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("forwarded"));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/tracking/1, tracker",
    "HEAD, /api/tracking/1, tracker",
    "POST, /api/tracking/1, shop",
    "OPTIONS, /api/tracking/1, shop",
    "GET, /api/orders, shop",
    "DELETE, /api/orders/1, shop",
    "GET, /, shop",
    "GET, /actuator/health, shop"
  })
  void theTableSaysWhoAnswers(String method, String path, String who) throws Exception {
    RunningGateway.send(gateway.request(path).method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(shop.seen()).hasSize(who.equals("shop") ? 1 : 0);
    assertThat(tracker.seen()).hasSize(who.equals("tracker") ? 1 : 0);
  }

  @Test
  void aBodyMayBeAsLargeAsTheBoundAndNotLarger() throws Exception {
    String largest = "x".repeat(64 * 1024);

    assertThat(gateway.post("/api/orders", largest).statusCode()).isEqualTo(201);
    isRefused(gateway.post("/api/orders", largest + "x"), 413);
    byte[] tooLong = (largest + "x").getBytes(StandardCharsets.US_ASCII);
    var withoutLength =
        HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooLong));
    isRefused(RunningGateway.send(gateway.request("/api/orders").POST(withoutLength)), 413);

    assertThat(shop.seen()).singleElement().satisfies(it -> assertThat(it.body()).hasSize(65536));
  }

  @Test
  void headersThatAreTooLongAreRefusedWithAProblemDetail() throws Exception {
    var answer =
        RunningGateway.send(gateway.request("/api/orders").header("X-Long", "x".repeat(20_000)));

    isRefused(answer, 400);
    assertThat(shop.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8080", "", "localhost.evil"})
  void aNameThatIsNotOursIsRefused(String host) throws Exception {
    assertThat(raw("GET /api/orders HTTP/1.1\r\nHost: " + host + "\r\n"))
        .startsWith("HTTP/1.1 421")
        .contains("application/problem+json");
    assertThat(shop.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:80", "[::1]:8080", "shop.example"})
  void aNameThatIsOursIsNot(String host) throws Exception {
    assertThat(raw("GET /api/orders HTTP/1.1\r\nHost: " + host + "\r\n"))
        .startsWith("HTTP/1.1 201");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://[",
        "Sec-Fetch-Site: cross-site"
      })
  void aPageOfAnotherSiteCannotWrite(String header) throws Exception {
    assertThat(
            raw(
                "POST /api/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                    + header
                    + "\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json");
    assertThat(shop.seen()).isEmpty();
  }

  @Test
  void aPageOfOursCan() throws Exception {
    var answer =
        gateway.post("/api/orders", "{}", "Origin", gateway.url(), "Sec-Fetch-Site", "same-origin");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(shop.seen())
        .singleElement()
        .satisfies(it -> assertThat(it.header("Origin")).isEqualTo("http://" + it.header("Host")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/orders?%=%", "/api/orders?after=%00%ff", "/api/%zz"})
  void aMalformedAddressIsTheClientsMistake(String path) throws Exception {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
    assertThat(shop.seen()).isEmpty();
  }

  @Test
  void oneClientMayNotTakeTheWholeCapacity() throws Exception {
    try (var strict =
        RunningGateway.before(shop.url(), List.of(), "--gateway.requests-per-second=3")) {
      for (int i = 0; i < 3; i++) {
        assertThat(strict.get("/api/orders").statusCode()).isEqualTo(201);
      }

      var tooMany = strict.get("/api/orders");

      isRefused(tooMany, 429);
      assertThat(tooMany.headers().firstValue("Retry-After")).contains("1");
      assertThat(shop.seen()).hasSize(3);
    }
  }

  static void isRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("\"status\":" + status);
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", gateway.port())) {
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
