package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ShopTest
class ApiDescriptionTest {
  @Autowired ShopClient shop;

  @Test
  void theDescriptionListsEveryPathAndNoOther() {
    assertThat(description().at("/paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/api/products",
            "/api/products/{sku}",
            "/api/customers",
            "/api/customers/{id}",
            "/api/orders",
            "/api/orders/{id}",
            "/api/orders/{id}/cancel",
            "/api/orders/{id}/events",
            "/api/shop",
            "/api/invoices",
            "/api/tracking/{orderId}");
  }

  @Test
  void everyPathSaysWhatItIsFor() {
    assertThat(description().at("/paths").valueStream().flatMap(JsonNode::valueStream))
        .allSatisfy(operation -> assertThat(operation.at("/summary").asString()).isNotBlank());
  }

  @Test
  void anOrderAndACustomerAreShownByExample() {
    JsonNode schemas = description().at("/components/schemas");

    assertThat(schemas.at("/Line/properties/sku/example").asString()).isEqualTo("GS-1001");
    assertThat(schemas.at("/Line/properties/quantity/example").asInt()).isEqualTo(2);
    assertThat(schemas.at("/Registration/properties/email/example").asString()).contains("@");
    assertThat(schemas.at("/Address/properties/city/example").asString()).isNotBlank();
    assertThat(schemas.at("/Money/properties/amount/example").asString()).isEqualTo("24.95");
    assertThat(schemas.at("/Money/properties/amount/type").asString()).isEqualTo("string");
  }

  @Test
  void theExamplesAreAcceptedByTheShop() {
    JsonNode schemas = description().at("/components/schemas");
    JsonNode address = schemas.at("/Address/properties");
    String registration =
        """
        {"name":%s,"email":%s,"address":{"street":%s,"postalCode":%s,"city":%s,"country":%s}}"""
            .formatted(
                schemas.at("/Registration/properties/name/example"),
                schemas.at("/Registration/properties/email/example"),
                address.at("/street/example"),
                address.at("/postalCode/example"),
                address.at("/city/example"),
                address.at("/country/example"));

    String customer = shop.post("/api/customers", registration).is(201).text("/id");

    JsonNode line = schemas.at("/Line/properties");
    shop.post(
            "/api/orders",
            ShopClient.orderOf(
                customer, line.at("/sku/example").asString(), line.at("/quantity/example").asInt()))
        .is(201);
  }

  @Test
  void aPageForPeopleAnswers() {
    assertThat(shop.get("/docs").is(302).header("Location")).contains("/swagger-ui/index.html");
    assertThat(shop.get("/swagger-ui/index.html").is(200).header("Content-Type"))
        .startsWith("text/html");
    shop.get("/swagger-ui/swagger-ui.css").is(200);
  }

  private JsonNode description() {
    return shop.get("/openapi").is(200).json();
  }
}
