package com.gopher.lab.load;

import java.io.IOException;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * What every customer of a load orders: one book of the one kind, two of another.
 *
 * @param json the body of a request to {@code POST /api/orders}
 */
public record Basket(String json) {

  /**
   * Registers a customer and looks two products up.
   *
   * @throws IOException if the shop does not answer, or answers that it cannot
   */
  public static Basket fill(URI shop) throws IOException {
    try (var connection = new HttpConnection(shop)) {
      JsonNode customer =
          accepted(
              connection.post(
                  "/api/customers",
                  """
                  {"name":"Ada Gopher","email":"ada@gopher.example",
                   "address":{"street":"Burrow Lane 7","postalCode":"10115","city":"Berlin","country":"Germany"}}
                  """));
      JsonNode products = accepted(connection.get("/api/products?limit=2")).path("items");
      return new Basket(
          """
          {"customerId":"%s","lines":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":2}]}"""
              .formatted(
                  customer.path("id").asString(),
                  products.path(0).path("sku").asString(),
                  products.path(1).path("sku").asString()));
    }
  }

  private static JsonNode accepted(HttpConnection.Answer answer) throws IOException {
    if (answer.status() >= 400) {
      throw new IOException("The shop answered " + answer.status() + ": " + answer.body());
    }
    return JsonApi.read(answer);
  }
}
