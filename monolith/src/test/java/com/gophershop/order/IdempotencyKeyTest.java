package com.gophershop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.Answer;
import com.gophershop.ShopClient;
import com.gophershop.ShopDatabase;
import com.gophershop.ShopTest;
import com.gophershop.Together;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An order that is sent twice under one key is placed once. */
@ShopTest
class IdempotencyKeyTest {
  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  private final String key = UUID.randomUUID().toString();
  private String customer = "";

  @BeforeEach
  void somebodyWantsABook() {
    customer = shop.newCustomer();
  }

  @Test
  void theSameRequestAgainIsAnsweredWithTheSameOrder() {
    Answer first = place(ShopClient.orderOf(customer, "GS-1001", 2)).is(201);

    Answer again = place(ShopClient.orderOf(customer, "GS-1001", 2)).is(200);

    assertThat(again.json()).isEqualTo(first.json());
    assertThatThereIsOneOrderWithOneInvoice();
  }

  @Test
  void theSameRequestWrittenInAnotherWayIsTheSameRequest() {
    Answer first = place(ShopClient.orderOf(customer, "GS-1001", 2)).is(201);

    Answer again =
        place(
                """
                { "lines" : [ { "quantity" : 2,
                                "sku"      : "GS-\\u0031001",
                                "gift"     : true } ],
                  "customerId" : "%s" }
                """
                    .formatted(customer.toUpperCase(Locale.ROOT)))
            .is(200);

    assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    assertThatThereIsOneOrderWithOneInvoice();
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    place(ShopClient.orderOf(customer, "GS-1001", 2)).is(201);

    place(ShopClient.orderOf(customer, "GS-1001", 3)).isProblem(422);
    place(ShopClient.orderOf(customer, "GS-1002", 2)).isProblem(422);
    place(ShopClient.orderOf(shop.newCustomer(), "GS-1001", 2)).isProblem(422);

    assertThatThereIsOneOrderWithOneInvoice();
  }

  @Test
  void aRepeatedRequestIsAnsweredWithTheOrderAsItIsNow() {
    String order = place(ShopClient.orderOf(customer, "GS-1001", 1)).is(201).text("/id");
    shop.awaitTracking(order, "PREPARING");
    shop.cancel(order).is(202);
    shop.awaitOrder(order, "CANCELLED");

    Answer again = place(ShopClient.orderOf(customer, "GS-1001", 1)).is(200);

    assertThat(again.text("/status")).isEqualTo("CANCELLED");
  }

  @RepeatedTest(5)
  void ofManyAtOnceOnePlacesTheOrderAndTheOthersGetIt() throws Exception {
    String body = ShopClient.orderOf(customer, "GS-1001", 1);

    List<Answer> answers = Together.times(12, () -> place(body));

    assertThat(answers.stream().map(Answer::status).filter(it -> it == 201)).hasSize(1);
    assertThat(answers).allSatisfy(it -> assertThat(it.status()).isIn(200, 201));
    assertThat(answers.stream().map(it -> it.text("/id")).distinct()).hasSize(1);
    assertThatThereIsOneOrderWithOneInvoice();
  }

  @Test
  void ofManyAtOnceWithDifferentRequestsOneWinsAndTheOthersAreRefused() throws Exception {
    var quantities = new AtomicInteger();

    List<Answer> answers =
        Together.times(
            8, () -> place(ShopClient.orderOf(customer, "GS-1001", quantities.incrementAndGet())));

    assertThat(answers.stream().map(Answer::status).filter(it -> it == 201)).hasSize(1);
    assertThat(answers.stream().map(Answer::status).filter(it -> it == 422)).hasSize(7);
    assertThatThereIsOneOrderWithOneInvoice();
  }

  @Test
  void aKeyThatIsSentTwiceIsOneKey() {
    String body = ShopClient.orderOf(customer, "GS-1001", 2);
    String order = placeWith(body, key, key).is(201).text("/id");

    assertThat(place(body).is(200).text("/id")).isEqualTo(order);
    assertThatThereIsOneOrderWithOneInvoice();
  }

  @Test
  void twoKeysAreRefused() {
    String body = ShopClient.orderOf(customer, "GS-1001", 2);
    place(body).is(201);

    placeWith(body, key, key + "x").isProblem(400);

    assertThatThereIsOneOrderWithOneInvoice();
  }

  private Answer placeWith(String body, String... keys) {
    HttpRequest.Builder request =
        shop.request("/api/orders")
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    for (String each : keys) {
      request.header("Idempotency-Key", each);
    }
    return shop.send(request.build());
  }

  @Test
  void aRefusedRequestLeavesTheKeyUnused() {
    place(ShopClient.orderOf(customer, "GS-1001", 0)).isProblem(400);
    place(ShopClient.orderOf(customer, "NOPE", 1)).isProblem(422);
    place(ShopClient.orderOf(UUID.randomUUID().toString(), "GS-1001", 1)).isProblem(422);

    place(ShopClient.orderOf(customer, "GS-1001", 1)).is(201);
  }

  @Test
  void withoutAKeyTwoRequestsAreTwoOrders() {
    String body = ShopClient.orderOf(customer, "GS-1001", 1);

    String one = shop.post("/api/orders", body).is(201).text("/id");
    String another = shop.post("/api/orders", body).is(201).text("/id");

    assertThat(another).isNotEqualTo(one);
    assertThat(orders()).hasSize(2);
  }

  @Test
  void anotherKeyIsAnotherOrder() {
    String body = ShopClient.orderOf(customer, "GS-1001", 1);

    place(body).is(201);
    shop.post("/api/orders", body, "Idempotency-Key", key + "-2").is(201);

    assertThat(orders()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "\t"})
  void aKeyThatIsNoneIsRefused(String bad) {
    Answer refused =
        shop.post("/api/orders", ShopClient.orderOf(customer, "GS-1001", 1), "Idempotency-Key", bad)
            .isProblem(400);

    assertThat(refused.text("/errors/0/field")).isEqualTo("Idempotency-Key");
    assertThat(orders()).isEmpty();
  }

  @Test
  void aKeyMayHave255CharactersAndNoMore() {
    String body = ShopClient.orderOf(customer, "GS-1001", 1);
    String longest = (key + "x".repeat(255)).substring(0, 255);

    shop.post("/api/orders", body, "Idempotency-Key", longest + "x").isProblem(400);
    shop.post("/api/orders", body, "Idempotency-Key", longest).is(201);
    shop.post("/api/orders", body, "Idempotency-Key", longest).is(200);
  }

  private Answer place(String body) {
    return shop.post("/api/orders", body, "Idempotency-Key", key);
  }

  private List<String> orders() {
    return shop.get("/api/orders?customerId=" + customer)
        .json()
        .at("/items")
        .valueStream()
        .map(it -> it.at("/id").asString())
        .toList();
  }

  private void assertThatThereIsOneOrderWithOneInvoice() {
    assertThat(orders()).hasSize(1);
    database.awaitQuiet();
    assertThat(database.rowsOf(UUID.fromString(orders().get(0)), "billing.invoice")).isOne();
  }
}
