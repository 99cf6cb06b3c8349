package com.gopher.course.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a customer can do, over HTTP. */
final class ShopClient {

  static final String UNKNOWN = "unknown";

  /** Street, postal code, city and country, in this order. */
  static final Map<String, String> ADDRESS = address("Burrow Lane 7", "10115", "Berlin", "DE");

  /**
   * @param body an empty object where the answer had no JSON
   */
  record Answer(int status, JsonNode body, String text) {}

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  ShopClient(URI url) {
    this.url = url;
  }

  static Map<String, String> address(
      String street, String postalCode, String city, String country) {
    var address = new LinkedHashMap<String, String>();
    address.put("street", street);
    address.put("postalCode", postalCode);
    address.put("city", city);
    address.put("country", country);
    return address;
  }

  /** The id of a new customer of this name, at {@link #ADDRESS}. */
  String register(String name) throws InterruptedException, Failed {
    return register(name, ADDRESS);
  }

  String register(String name, Map<String, String> address) throws InterruptedException, Failed {
    Answer answer =
        post(
            "/api/customers",
            Map.of("name", name, "email", "reader@gopher.example", "address", address));
    return created("A customer registers.", answer);
  }

  Answer place(String customer) throws InterruptedException {
    String sku = get("/api/products").body().at("/items/0/sku").asString();
    return post(
        "/api/orders",
        Map.of("customerId", customer, "lines", List.of(Map.of("sku", sku, "quantity", 2))));
  }

  /** The id of a new order. */
  String order(String customer) throws InterruptedException, Failed {
    return created("A customer orders a book.", place(customer));
  }

  Answer cancel(String order) throws InterruptedException {
    return post("/api/orders/" + order + "/cancel", Map.of());
  }

  JsonNode orderOf(String order) throws InterruptedException {
    return get("/api/orders/" + order).body();
  }

  String statusOf(String order) throws InterruptedException {
    return orderOf(order).at("/status").asString();
  }

  /** How far the parcel of an order is; {@link #UNKNOWN} if there is none. */
  String parcelOf(String order) throws InterruptedException {
    Answer answer = get("/api/tracking/" + order);
    return answer.status() == 200 ? answer.body().at("/status").asString() : UNKNOWN;
  }

  JsonNode invoicesOf(String order) throws InterruptedException {
    return get("/api/invoices?orderId=" + order).body().at("/items");
  }

  private static String created(String expected, Answer answer) throws Failed {
    if (answer.status() != 201) {
      throw new Failed(
          new Failure(
              expected,
              "The shop answered with " + answer.status() + ".",
              null,
              "The answer is below. Place an order by hand: ./shop up castle, then"
                  + " http://127.0.0.1:8080/docs",
              answer.text()));
    }
    return answer.body().at("/id").asString();
  }

  private Answer get(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(url.resolve(path)).GET());
  }

  private Answer post(String path, Object body) throws InterruptedException {
    return send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private Answer send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      boolean json = response.body().startsWith("{");
      return new Answer(
          response.statusCode(),
          json ? JSON.readTree(response.body()) : JSON.createObjectNode(),
          response.body());
    } catch (IOException e) {
      return new Answer(0, JSON.createObjectNode(), "No answer: " + e);
    }
  }
}
