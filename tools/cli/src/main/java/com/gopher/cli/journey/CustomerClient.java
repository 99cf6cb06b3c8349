package com.gopher.cli.journey;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client of the shop can do over HTTP, and nothing else. Fields it does not know are
 * ignored.
 */
public final class CustomerClient {

  public record Money(BigDecimal amount, String currency) {}

  public record Address(String street, String postalCode, String city, String country) {}

  public record Product(String sku, String title, Money price) {}

  public record Customer(String id, String name, Address address) {}

  public record Line(String sku, int quantity) {}

  public record Order(String id, String customerId, String status, Money total) {}

  public record Recipient(String name, Address address) {}

  public record CreditNote(String id, String at) {}

  public record Invoice(
      String id,
      String orderId,
      Recipient customer,
      Money total,
      @Nullable CreditNote creditNote) {}

  public record Step(String status, String at) {}

  public record Parcel(String orderId, String trackingNumber, String status, List<Step> history) {

    boolean hasBeen(String status) {
      return history.stream().anyMatch(step -> step.status().equals(status));
    }
  }

  private record Products(List<Product> items) {}

  private record Invoices(List<Invoice> items) {}

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final BaseUrls urls;

  public CustomerClient(BaseUrls urls) {
    this.urls = urls;
  }

  public List<Product> products() {
    return read(expect(200, get(urls.shop(), "/api/products")), Products.class).items();
  }

  public Customer register(String name, String email, Address address) {
    return read(
        expect(
            201, post("/api/customers", Map.of("name", name, "email", email, "address", address))),
        Customer.class);
  }

  public Order place(Customer customer, List<Line> lines) {
    return read(
        expect(201, post("/api/orders", Map.of("customerId", customer.id(), "lines", lines))),
        Order.class);
  }

  public Order order(String id) {
    return read(expect(200, get(urls.shop(), "/api/orders/" + id)), Order.class);
  }

  /** Returns false if it was too late. */
  public boolean requestCancellation(Order order) {
    HttpResponse<String> response = post("/api/orders/" + order.id() + "/cancel", Map.of());
    if (response.statusCode() == 409) {
      return false;
    }
    expect(202, response);
    return true;
  }

  public List<Invoice> invoicesOf(Order order) {
    return read(
            expect(200, get(urls.shop(), "/api/invoices?orderId=" + order.id())), Invoices.class)
        .items();
  }

  /** Empty before a shipment is known. */
  public Optional<Parcel> parcelOf(Order order) {
    HttpResponse<String> response = get(urls.tracking(), "/api/tracking/" + order.id());
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(read(expect(200, response), Parcel.class));
  }

  private HttpResponse<String> get(URI base, String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  private HttpResponse<String> post(String path, Object body) {
    return send(
        HttpRequest.newBuilder(urls.shop().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest built = request.timeout(PATIENCE).build();
    try {
      return http.send(built, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new JourneyEnded("The shop does not answer at " + built.uri() + " (" + e + ").", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JourneyEnded("Interrupted.", e);
    }
  }

  private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new JourneyEnded(
          "%s %s was answered with %s instead of %s: %s"
              .formatted(
                  response.request().method(),
                  response.uri(),
                  response.statusCode(),
                  status,
                  response.body()));
    }
    return response;
  }

  private static <T> T read(HttpResponse<String> response, Class<T> type) {
    return JSON.readValue(response.body(), type);
  }
}
