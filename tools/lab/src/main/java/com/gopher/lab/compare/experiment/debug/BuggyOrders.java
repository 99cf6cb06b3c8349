package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.experiment.debug.DebugEvidence.Search;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.load.Basket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Orders that meet the planted bugs, each with its own trace. */
final class BuggyOrders {

  /** Orders of so many pieces meet the one bug, those whose id ends with it the other. */
  private static final String BUGGY = "7";

  static final Map<String, String> SETTINGS = Map.of("BUG_QUANTITY", BUGGY, "BUG_DIGIT", BUGGY);

  /** None of so many ids ends with it once in a hundred million runs. */
  private static final int MOST_ORDERS = 300;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 20;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI shop;
  private final String basket;

  BuggyOrders(RunningSystem system) throws IOException {
    shop = system.url();
    basket = Basket.fill(shop).json();
  }

  /** Places an order that the shop cannot take. */
  Search oneThatFailsAtOnce() throws IOException, InterruptedException {
    String trace = newTrace();
    HttpResponse<String> answer =
        place(basket.replaceFirst("\"quantity\":\\d+", "\"quantity\":" + BUGGY), trace);
    if (answer.statusCode() != 500) {
      throw new IOException(
          "An order that meets a bug was answered with %s: %s"
              .formatted(answer.statusCode(), answer.body()));
    }
    return new Search(trace, null);
  }

  /** Places orders until one is taken that cannot be shipped. */
  Search oneThatFailsLater() throws IOException, InterruptedException {
    for (int number = 0; number < MOST_ORDERS; number++) {
      String trace = newTrace();
      HttpResponse<String> answer = place(basket, trace);
      if (answer.statusCode() != 201) {
        throw new IOException(
            "An order was answered with %s: %s".formatted(answer.statusCode(), answer.body()));
      }
      String id = JsonMapper.shared().readTree(answer.body()).path("id").asString();
      if (id.endsWith(BUGGY)) {
        return new Search(trace, id);
      }
      awaitShipment(shop.resolve("/api/tracking/" + id));
    }
    throw new IOException("No order of " + MOST_ORDERS + " met the planted bug");
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private HttpResponse<String> place(String order, String trace)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(shop.resolve("/api/orders"))
            .header("Content-Type", "application/json")
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .POST(HttpRequest.BodyPublishers.ofString(order))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Or the next order might share its batch, and its failure. */
  private void awaitShipment(URI parcel) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(parcel).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
      if (System.nanoTime() > end) {
        throw new IOException("An order that does not meet the bug was not shipped either");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
