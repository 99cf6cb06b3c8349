package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every bad request is answered with a problem, gives nothing away and leaves nothing behind. */
@ShopTest
class RefusalsTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  /** {@code CUSTOMER} in a body stands for a customer who exists. */
  record Refusal(String why, String path, String body, int status, List<String> fields) {
    @Override
    public String toString() {
      return why;
    }
  }

  @BeforeEach
  void nothingIsUnderWay() {
    database.awaitQuiet();
  }

  @ParameterizedTest
  @MethodSource({"badOrders", "badQuantities", "badCustomers"})
  void aBadBodyIsRefusedAndNothingIsStored(Refusal refusal) {
    String body = refusal.body().replace("CUSTOMER", shop.newCustomer());
    List<Long> before = database.everythingStored();

    Answer answer = shop.post(refusal.path(), body).isProblem(refusal.status());

    assertThat(answer.text("/detail")).isNotBlank();
    assertThat(answer.text("/instance")).isEqualTo(refusal.path());
    assertThat(
            answer
                .json()
                .at("/errors")
                .valueStream()
                .map(it -> it.at("/field").asString())
                .distinct())
        .containsExactlyElementsOf(refusal.fields());
    assertThat(answer.json().at("/errors").valueStream().map(it -> it.at("/message").asString()))
        .noneMatch(String::isBlank);
    assertThat(database.everythingStored()).isEqualTo(before);
  }

  @Test
  void theSameRequestsWithoutTheirMistakesAreAccepted() {
    String customer = shop.newCustomer();
    List<Long> before = database.everythingStored();

    shop.post("/api/orders", ShopClient.orderOf(customer, "GS-1001", 1)).is(201);

    assertThat(database.everythingStored()).isNotEqualTo(before);
  }

  static Stream<Refusal> badOrders() {
    return Stream.of(
        order("no body", "", 400),
        order("half a body", "{", 400),
        order("an array", "[]", 400),
        order("a text", "\"order\"", 400),
        order("null", "null", 400),
        order("a number", "17", 400),
        order("two bodies", "{} {}", 400),
        order("very deep nesting", "[".repeat(5_000), 400),
        order("a name twice", "{\"customerId\":\"CUSTOMER\",\"lines\":[],\"lines\":[]}", 400),
        order("an empty object", "{}", 400, "customerId", "lines"),
        order("nulls", "{\"customerId\":null,\"lines\":null}", 400, "customerId", "lines"),
        order("no id", orderBy("\"x\""), 400, "customerId"),
        order("an empty id", orderBy("\"\""), 400, "customerId"),
        order("a blank id", orderBy("\" \""), 400, "customerId"),
        order("a number as id", orderBy("17"), 400, "customerId"),
        order("an object as id", orderBy("{\"value\":\"CUSTOMER\"}"), 400, "customerId"),
        order("an unknown customer", orderBy("\"0190a1b2-0000-7000-8000-000000000000\""), 422),
        order("no lines", lines("[]"), 400, "lines"),
        order("an object as lines", lines("{}"), 400, "lines"),
        order("a text as lines", lines("\"GS-1001\""), 400, "lines"),
        order("null as line", lines("[null]"), 400, "lines[0]"),
        order("an empty line", lines("[{}]"), 400, "lines[0].quantity", "lines[0].sku"),
        order(
            "101 lines", lines("[" + "%s,".formatted(LINE).repeat(100) + LINE + "]"), 400, "lines"),
        order(
            "a bad second line",
            lines("[" + LINE + ",{\"sku\":\"GS-1001\"}]"),
            400,
            "lines[1].quantity"),
        order("an unknown product", sku("\"NOPE\""), 422),
        order(
            "an unknown second product",
            lines("[" + LINE + ",{\"sku\":\"NOPE\",\"quantity\":1}]"),
            422),
        order("an empty sku", sku("\"\""), 400, "lines[0].sku"),
        order("no sku", sku("null"), 400, "lines[0].sku"),
        order("a number as sku", sku("1001"), 400, "lines[0].sku"),
        order("an array as sku", sku("[\"GS-1001\"]"), 400, "lines[0].sku"),
        order("a long sku", sku("\"" + "x".repeat(33) + "\""), 400, "lines[0].sku"),
        order("NUL in a sku", sku("\"GS-1001\\u0000\""), 400, "lines[0].sku"),
        order("SQL as sku", sku("\"GS-1001' OR '1'='1\""), 400, "lines[0].sku"),
        order("more SQL as sku", sku("\"';DROP TABLE orders.order_line--\""), 400, "lines[0].sku"),
        order("a sku in other letters", sku("\"gs-1001\""), 422));
  }

  static Stream<Refusal> badQuantities() {
    return Stream.of(
            "0",
            "-1",
            "1000",
            "2147483647",
            "1.5",
            "1.0",
            "1e2",
            "\"2\"",
            "\"\"",
            "true",
            "null",
            "[]",
            "{}")
        .map(
            it ->
                order(
                    "quantity " + it,
                    lines("[{\"sku\":\"GS-1001\",\"quantity\":%s}]".formatted(it)),
                    400,
                    "lines[0].quantity"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2147483648", "-99999999999", "123456789012345678901234567890", "01", "NaN"})
  void aQuantityThatIsNoNumberOfOursIsRefused(String quantity) {
    String customer = shop.newCustomer();
    List<Long> before = database.everythingStored();

    shop.post(
            "/api/orders",
            ShopClient.orderOf(customer, "GS-1001", 1).replace(":1}", ":" + quantity + "}"))
        .isProblem(400);

    assertThat(database.everythingStored()).isEqualTo(before);
  }

  static Stream<Refusal> badCustomers() {
    return Stream.of(
        customer("no name", "name", "null"),
        customer("an empty name", "name", "\"\""),
        customer("a blank name", "name", "\"  \""),
        customer("a number as name", "name", "17"),
        customer("a boolean as name", "name", "true"),
        customer("an object as name", "name", "{}"),
        customer("a long name", "name", "\"" + "x".repeat(201) + "\""),
        customer("NUL in a name", "name", "\"Ada\\u0000\""),
        customer("a new line in a name", "name", "\"Ada\\nGopher\""),
        customer("DEL in a name", "name", "\"Ada\\u007f\""),
        customer("half a surrogate pair in a name", "name", "\"Ada\\ud800\""),
        customer("no e-mail", "email", "null"),
        customer("no @ in an e-mail", "email", "\"ada\""),
        customer("a long e-mail", "email", "\"ada@" + "x.".repeat(150) + "org\""),
        customer("no address", "address", "null"),
        customer("a text as address", "address", "\"Vienna\""),
        new Refusal(
            "an empty address",
            "/api/customers",
            "{\"name\":\"Ada\",\"email\":\"ada@example.org\",\"address\":{}}",
            400,
            List.of("address.city", "address.country", "address.postalCode", "address.street")),
        new Refusal(
            "a tab in a street",
            "/api/customers",
            ShopClient.customerNamed("Ada").replace("7 Burrow", "7\\tBurrow"),
            400,
            List.of("address.street")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/products?limit=0",
        "/api/products?limit=101",
        "/api/products?limit=-1",
        "/api/products?limit=x",
        "/api/products?limit=1.5",
        "/api/products?limit=99999999999",
        "/api/products?limit=",
        "/api/orders?limit=0",
        "/api/orders?limit=101",
        "/api/invoices?limit=0",
        "/api/invoices?limit=101",
        "/api/products?after=x",
        "/api/products?after=",
        "/api/products?after=%00",
        "/api/products?after=!!!",
        "/api/orders?after=x",
        "/api/invoices?after=x",
        "/api/orders?customerId=x",
        "/api/orders?customerId=",
        "/api/invoices?orderId=x",
        "/api/invoices?orderId=",
        "/api/orders/x",
        "/api/customers/x",
        "/api/tracking/x",
        "/api/products/%00"
      })
  void aBadParameterIsABadRequest(String path) {
    shop.get(path).isProblem(400);
  }

  @Test
  void aBadLimitIsNamedAmongTheErrors() {
    assertThat(shop.get("/api/products?limit=0").isProblem(400).text("/errors/0/field"))
        .isEqualTo("limit");
  }

  @Test
  void aCursorOfAnotherListIsABadRequest() {
    String cursor = shop.get("/api/products?limit=1").is(200).text("/next");

    shop.get("/api/orders?after=" + cursor).isProblem(400);
    shop.get("/api/invoices?after=" + cursor).isProblem(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api",
        "/api/",
        "/api/nothing",
        "/api/products/",
        "/api/products/NOPE",
        "/error",
        "/api/orders/0190a1b2-0000-7000-8000-000000000000",
        "/api/customers/0190a1b2-0000-7000-8000-000000000000",
        "/api/tracking/0190a1b2-0000-7000-8000-000000000000",
        "/h2-console",
        "/favicon.ico",
        "/application.yml",
        "/WEB-INF/web.xml"
      })
  void whatDoesNotExistIsNotFound(String path) {
    shop.get(path).isProblem(404);
  }

  @Test
  void cancellingAnUnknownOrderIsNotFound() {
    shop.cancel("0190a1b2-0000-7000-8000-000000000000").isProblem(404);
    shop.cancel("x").isProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "FOO"})
  void aMethodThatMakesNoSenseIsRefused(String method) {
    shop.send(shop.request("/api/orders").method(method, BodyPublishers.noBody()).build())
        .isProblem(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "*/*",
        ";"
      })
  void aBrokenTypeDoesNotFailWhereARefusalIsAnswered(String type) {
    RawHttp traced = RawHttp.to(shop.port(), "TRACE", "/api/products").header("Content-Type", type);

    assertThat(traced.body("%zz=[").send()).startsWith("HTTP/1.1 405").contains("\"status\":405");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/*", "multipart/form-data; boundary="})
  void aTypeThatNamesNoneIsRefusedWhereThereIsNothingToReadToo(String type) {
    shop.send(shop.request("/api/nothing").header("Content-Type", type).build()).isProblem(415);
  }

  @Test
  void productsCannotBeChangedByAnybody() {
    shop.post("/api/products", "{\"sku\":\"X\"}").isProblem(405);
    shop.post("/api/products/GS-1001", "{\"price\":\"0.01\"}").isProblem(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/yaml",
        "text/html",
        "multipart/form-data; boundary=x",
        "nonsense",
        "application/json;charset=nope"
      })
  void aMediaTypeOtherThanJsonIsRefused(String type) {
    List<Long> before = database.everythingStored();

    shop.post("/api/customers", ShopClient.customerNamed("Ada"), "Content-Type", type)
        .isProblem(415);

    assertThat(database.everythingStored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/yaml", "nonsense"})
  void whoCannotReadTheAnswerIsRefusedBeforeAnythingIsStored(String accepted) {
    String customer = shop.newCustomer();
    List<Long> before = database.everythingStored();

    shop.post("/api/orders", ShopClient.orderOf(customer, "GS-1001", 1), "Accept", accepted)
        .isProblem(406);

    assertThat(database.everythingStored()).isEqualTo(before);
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() {
    byte[] latin = ShopClient.customerNamed("Ad\u00e9").getBytes(StandardCharsets.ISO_8859_1);

    shop.post("/api/customers", BodyPublishers.ofByteArray(latin)).isProblem(400);
  }

  private static final String LINE = "{\"sku\":\"GS-1001\",\"quantity\":1}";

  private static Refusal order(String why, String body, int status, String... fields) {
    return new Refusal("order: " + why, "/api/orders", body, status, List.of(fields));
  }

  private static String orderBy(String customer) {
    return "{\"customerId\":%s,\"lines\":[%s]}".formatted(customer, LINE);
  }

  private static String lines(String lines) {
    return "{\"customerId\":\"CUSTOMER\",\"lines\":%s}".formatted(lines);
  }

  private static String sku(String sku) {
    return lines("[{\"sku\":%s,\"quantity\":1}]".formatted(sku));
  }

  private static Refusal customer(String why, String field, String value) {
    String body =
        ShopClient.customerNamed("Ada")
            .replaceFirst(
                "\"%s\":(\"[^\"]*\"|\\{[^}]*\\})".formatted(field),
                "\"%s\":%s".formatted(field, value.replace("\\", "\\\\")));
    return new Refusal("customer: " + why, "/api/customers", body, 400, List.of(field));
  }
}
