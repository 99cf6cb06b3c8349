package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** The management port tells who decides about new orders, and lets it be changed. */
@ShopTest
@DisabledIfSystemProperty(
    named = "shop.test.database",
    matches = "postgres",
    disabledReason = "with its database on a server the shop has no data directory for a token")
class DeliveryEndpointTest {

  @Autowired ShopClient shop;

  @Value("${shop.data-dir}")
  Path dataDirectory;

  @Test
  void itTellsTheModeItsHistoryAndWhatEachDeciderHasOpen() {
    shop.newOrder();

    var state = shop.getFromManagement("/actuator/delivery").is(200);

    assertThat(state.text("/mode")).isEqualTo("in-process");
    assertThat(state.text("/since")).isEqualTo(state.text("/history/0/at"));
    assertThat(state.json().path("connected").asBoolean()).isFalse();
    assertThat(state.json().at("/openOrders/shop").asLong()).isPositive();
    assertThat(state.json().at("/openOrders/tracker").isNumber()).isTrue();
    assertThat(state.text("/history/0/by")).isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void withoutTheTokenNothingIsChanged() {
    assertThat(change("{\"mode\":\"extracted\",\"by\":\"ada\",\"reason\":\"x\"}").status())
        .isEqualTo(401);
  }

  @Test
  void aShopWithoutKafkaRefusesToGiveItsOrdersAwayAndChangesNothing() throws IOException {
    JsonNode before = history();

    assertThat(withToken("{\"mode\":\"extracted\",\"by\":\"ada\",\"reason\":\"to try it\"}"))
        .startsWith("HTTP/1.1 409")
        .contains("application/problem+json", "not connected to Kafka", "The mode is as it was.");

    assertThat(history()).isEqualTo(before);
  }

  @Test
  void theModeInForceOnceMoreIsNoChange() throws IOException {
    JsonNode before = history();

    assertThat(withToken("{\"mode\":\"in-process\",\"by\":\"ada\",\"reason\":\"again\"}"))
        .startsWith("HTTP/1.1 200")
        .contains("\"changed\":false", "\"mode\":\"in-process\"");

    assertThat(history()).isEqualTo(before);
  }

  @Test
  void whatIsNoModeOrHasNoReasonIsABadRequest() throws IOException {
    assertThat(withToken("{\"mode\":\"sideways\",\"by\":\"ada\",\"reason\":\"x\"}"))
        .startsWith("HTTP/1.1 400");
    assertThat(withToken("{\"mode\":\"extracted\",\"by\":\"ada\",\"reason\":\" \"}"))
        .startsWith("HTTP/1.1 400");
    assertThat(withToken("{\"mode\":\"extracted\",\"reason\":\"x\"}")).startsWith("HTTP/1.1 400");
  }

  private JsonNode history() {
    return shop.getFromManagement("/actuator/delivery").is(200).json().path("history");
  }

  private String withToken(String body) throws IOException {
    String token = Files.readString(dataDirectory.resolve("management-token"));
    return change(body).header("Authorization", "Bearer " + token).send();
  }

  private RawHttp change(String body) {
    return RawHttp.to(shop.managementPort(), "POST", "/actuator/delivery")
        .header("Content-Type", "application/json")
        .body(body);
  }
}
