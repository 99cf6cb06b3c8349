package com.gophershop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Speaks to the running shop as any client does, and says in words what the tests do often. */
public class ShopClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration GLANCE = Duration.ofMillis(10);

  /** The time a parcel takes to be packed, and again to travel; see {@link ShopTest}. */
  private static final Duration ONE_STEP = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final int managementPort;
  private final MovableClock clock;

  ShopClient(int port, int managementPort, MovableClock clock) {
    this.port = port;
    this.managementPort = managementPort;
    this.clock = clock;
  }

  public int port() {
    return port;
  }

  public int managementPort() {
    return managementPort;
  }

  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  public Answer getFromManagement(String path) {
    return send(HttpRequest.newBuilder(address(managementPort, path)).GET().build());
  }

  /**
   * @param headers name, value, name, value
   */
  public Answer post(String path, String json, String... headers) {
    return post(path, BodyPublishers.ofString(json), headers);
  }

  public Answer post(String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        request(path).POST(body).setHeader("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(port, path));
  }

  public Answer send(HttpRequest request) {
    try {
      return Answer.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Registers somebody and returns the id. */
  public String newCustomer() {
    return post("/api/customers", customerNamed("Ada Gopher")).is(201).text("/id");
  }

  public static String customerNamed(String name) {
    return """
        {"name":"%s","email":"ada@example.org","address":{"street":"7 Burrow Lane",
         "postalCode":"1010","city":"Vienna","country":"Austria"}}"""
        .formatted(name);
  }

  public static String orderOf(String customerId, String sku, int quantity) {
    return """
        {"customerId":"%s","lines":[{"sku":"%s","quantity":%d}]}"""
        .formatted(customerId, sku, quantity);
  }

  /** Places an order of one book for a new customer and returns the order's id. */
  public String newOrder() {
    return post("/api/orders", orderOf(newCustomer(), "GS-1001", 1)).is(201).text("/id");
  }

  /** A new order whose parcel is being packed. */
  public String newOrderInPreparation() {
    String order = newOrder();
    awaitTracking(order, "PREPARING");
    return order;
  }

  public Answer cancel(String orderId) {
    return post("/api/orders/" + orderId + "/cancel", "");
  }

  /** Lets the time pass that a parcel needs for one step. */
  public void letTheParcelMoveOn() {
    clock.advance(ONE_STEP);
  }

  public Answer awaitOrder(String orderId, String status) {
    return eventually(() -> get("/api/orders/" + orderId), it -> status.equals(it.text("/status")));
  }

  public Answer awaitTracking(String orderId, String status) {
    return eventually(
        () -> get("/api/tracking/" + orderId), it -> status.equals(it.text("/status")));
  }

  public Answer awaitInvoice(String orderId) {
    return eventually(
        () -> get("/api/invoices?orderId=" + orderId), it -> it.json().at("/items").size() == 1);
  }

  /** Waits until an answer meets the condition, and returns that answer. */
  public static <T> T eventually(Callable<T> ask, Predicate<T> condition) {
    return await().atMost(PATIENCE).pollInterval(GLANCE).until(ask, condition::test);
  }

  private static URI address(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
