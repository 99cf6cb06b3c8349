package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What a shop that still has the module says when its data is to be dropped. */
@ShopTest
@DisabledIfSystemProperty(
    named = "shop.test.database",
    matches = "postgres",
    disabledReason = "with its database on a server the shop has no data directory for a token")
class RetirementEndpointTest {

  private static final String DELIVERY = "{\"module\":\"delivery\",\"by\":\"ada\"}";

  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @Value("${shop.data-dir}")
  Path dataDirectory;

  @Test
  void withoutTheTokenNothingIsDropped() {
    assertThat(retire(DELIVERY).status()).isEqualTo(401);
  }

  @Test
  void openOrdersOfTheShopAreNamed() throws IOException {
    shop.newOrder();

    assertThat(withToken(DELIVERY))
        .startsWith("HTTP/1.1 409")
        .contains("application/problem+json", "the shop itself has to ship are open: ")
        .contains("Nothing was dropped.");
  }

  @Test
  void aBuildThatHasTheModuleKeepsItsData() throws IOException {
    database.asAdministrator().update("UPDATE orders.purchase_order SET status = 'DELIVERED'");

    assertThat(withToken(DELIVERY))
        .startsWith("HTTP/1.1 409")
        .contains("This build of the shop has the module delivery: remove it first.")
        .contains("Nothing was dropped.");

    assertThat(database.rowsIn("delivery.shipment")).isNotNegative();
  }

  @Test
  void noOtherModuleCanBeRetired() throws IOException {
    assertThat(withToken("{\"module\":\"orders\",\"by\":\"ada\"}")).startsWith("HTTP/1.1 400");
    assertThat(withToken("{\"module\":\"delivery\",\"by\":\" \"}")).startsWith("HTTP/1.1 400");
    assertThat(withToken("{\"module\":\"delivery\"}")).startsWith("HTTP/1.1 400");
  }

  private String withToken(String body) throws IOException {
    String token = Files.readString(dataDirectory.resolve("management-token"));
    return retire(body).header("Authorization", "Bearer " + token).send();
  }

  private RawHttp retire(String body) {
    return RawHttp.to(shop.managementPort(), "POST", "/actuator/retirement")
        .header("Content-Type", "application/json")
        .body(body);
  }
}
