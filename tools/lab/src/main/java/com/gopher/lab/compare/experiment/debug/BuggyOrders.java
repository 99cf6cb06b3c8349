package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.experiment.debug.DebugEvidence.Search;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.load.Basket;
import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.load.HttpConnection.Answer;
import com.gopher.lab.load.JsonApi;
import com.gopher.lab.system.Waiting;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Orders that meet the planted bugs, each with its own trace. */
final class BuggyOrders {

  /** Orders of so many pieces meet the one bug, those whose id ends with it the other. */
  private static final String BUGGY = "7";

  static final Map<String, String> SETTINGS = Map.of("BUG_QUANTITY", BUGGY, "BUG_DIGIT", BUGGY);

  /** None of so many ids ends with it once in a hundred million runs. */
  private static final int MOST_ORDERS = 300;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI shop;
  private final String basket;

  BuggyOrders(RunningSystem system) throws IOException {
    shop = system.url();
    basket = Basket.fill(shop).json();
  }

  /** Places an order that the shop cannot take. */
  Search oneThatFailsAtOnce() throws IOException {
    String trace = newTrace();
    String buggy = basket.replaceFirst("\"quantity\":\\d+", "\"quantity\":" + BUGGY);
    place(buggy, trace, 500);
    return new Search(trace, null);
  }

  /** Places orders until one is taken that cannot be shipped. */
  Search oneThatFailsLater() throws IOException, InterruptedException {
    for (int number = 0; number < MOST_ORDERS; number++) {
      String trace = newTrace();
      String id = JsonApi.read(place(basket, trace, 201)).path("id").asString();
      if (id.endsWith(BUGGY)) {
        return new Search(trace, id);
      }
      // Or the next order might share its batch, and its failure.
      if (!Waiting.until(PATIENCE, () -> isShipped(id))) {
        throw new IOException("An order that does not meet the bug was not shipped either");
      }
    }
    throw new IOException("No order of " + MOST_ORDERS + " met the planted bug");
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private Answer place(String order, String trace, int expected) throws IOException {
    try (var connection = new HttpConnection(shop)) {
      String header = "traceparent: 00-" + trace + "-00f067aa0ba902b7-01";
      Answer answer = connection.send(connection.postRequest("/api/orders", order, header));
      if (answer.status() != expected) {
        throw new IOException(
            "An order was answered with %s instead of %s: %s"
                .formatted(answer.status(), expected, answer.body()));
      }
      return answer;
    }
  }

  private boolean isShipped(String order) throws IOException {
    try (var connection = new HttpConnection(shop)) {
      return connection.get("/api/tracking/" + order).status() == 200;
    }
  }
}
