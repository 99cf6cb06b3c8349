package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** The management port tells how far the backfill is, and lets its owner start and stop it. */
@ShopTest
@TestPropertySource(
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      // Nobody answers there, and the shop says so.
      "logging.level.com.gopher=ERROR"
    })
@DisabledIfSystemProperty(
    named = "shop.test.database",
    matches = "postgres",
    disabledReason = "with its database on a server the shop has no data directory for a token")
class BackfillEndpointTest {

  @Autowired ShopClient shop;

  @Value("${shop.data-dir}")
  Path dataDirectory;

  @Test
  void itIsStartedWatchedAndFinished() throws IOException {
    assertThat(withToken("POST", "{\"rate\":\"1000\"}"))
        .startsWith("HTTP/1.1 200")
        .contains("\"rate\":1000");

    ShopClient.eventually(
        () -> shop.getFromManagement("/actuator/backfill").is(200).text("/state"),
        "finished"::equals);
    Answer state = shop.getFromManagement("/actuator/backfill").is(200);
    assertThat(state.json().path("left").asLong(-1)).isZero();
    assertThat(state.json().path("waitsFor").isNull()).isTrue();
  }

  @Test
  void stoppingWhatDoesNotRunChangesNothing() throws IOException {
    String before = shop.getFromManagement("/actuator/backfill").is(200).text("/state");

    assertThat(withToken("DELETE", "")).startsWith("HTTP/1.1 200");

    assertThat(before).isNotEqualTo("stopped");
    assertThat(shop.getFromManagement("/actuator/backfill").text("/state")).isNotEqualTo("stopped");
  }

  @Test
  void withoutTheTokenNothingIsStarted() throws IOException {
    assertThat(call("POST", "{\"rate\":\"1000\"}").status()).isEqualTo(401);
    assertThat(call("DELETE", "").status()).isEqualTo(401);
  }

  @Test
  void aRateThatIsNoneIsABadRequest() throws IOException {
    assertThat(withToken("POST", "{\"rate\":\"0\"}")).startsWith("HTTP/1.1 400");
    assertThat(withToken("POST", "{\"rate\":\"10001\"}")).startsWith("HTTP/1.1 400");
    assertThat(withToken("POST", "{\"rate\":\"fast\"}")).startsWith("HTTP/1.1 400");
    assertThat(withToken("POST", "{}")).startsWith("HTTP/1.1 400");
  }

  private String withToken(String method, String body) throws IOException {
    String token = Files.readString(dataDirectory.resolve("management-token"));
    return call(method, body).header("Authorization", "Bearer " + token).send();
  }

  private RawHttp call(String method, String body) {
    return RawHttp.to(shop.managementPort(), method, "/actuator/backfill")
        .header("Content-Type", "application/json")
        .body(body);
  }
}
