package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A client's mistake is never answered as a fault of the server. What every build sends is the
 * same; the long run sends something else each time. A failure names the seed: the same requests
 * again with {@code -Dfuzz.seed=SEED}.
 */
@ShopTest
class HostileRequestsTest {

  /** Not built, busy, or a version of HTTP that is not spoken: all three say so rightly. */
  private static final Set<Integer> HONEST = Set.of(501, 503, 505);

  @Autowired ShopClient shop;
  @Autowired ShopDatabase database;

  @Test
  void noneOfAFewRequestsIsAFaultOfTheServer() {
    sendAndJudge(200, 2);
  }

  @Test
  @Tag("seconds")
  void noneOfSomeRequestsIsAFaultOfTheServer() {
    sendAndJudge(1_500, Long.getLong("fuzz.seed", 1));
  }

  @Test
  @Tag("long")
  void noneOfManyRequestsIsAFaultOfTheServer() {
    sendAndJudge(10_000, Long.getLong("fuzz.seed", new Random().nextLong()));
  }

  @Test
  void aServerThatFailsAtAPercentSignIsFound() throws IOException {
    HttpServer fails =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    fails.createContext(
        "/",
        exchange -> {
          String query = exchange.getRequestURI().getRawQuery();
          exchange.sendResponseHeaders(query != null && query.contains("%ff") ? 500 : 200, -1);
          exchange.close();
        });
    fails.start();
    try {
      assertThat(faults(fails.getAddress().getPort(), 1_500, 1, List.of("x"))).isNotEmpty();
    } finally {
      fails.stop(0);
    }
  }

  private void sendAndJudge(int count, long seed) {
    String order = shop.newOrder();
    List<String> known =
        List.of(order, shop.get("/api/orders/" + order).text("/customerId"), "GS-1001", "5");

    try (Logged log = Logged.by("com.gopher.http")) {
      assertThat(faults(shop.port(), count, seed, known)).as("with seed %s", seed).isEmpty();
      assertThat(log.traces()).as("with seed %s", seed).isEmpty();
    }
    database.awaitQuiet();
  }

  private List<String> faults(int port, int count, long seed, List<String> known) {
    JsonNode description = shop.get("/openapi").is(200).json();
    HostileRequests requests = new HostileRequests(description, known, seed);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RawHttp request = requests.next(port);
      int status = request.status();
      if (status >= 500 && !HONEST.contains(status)) {
        faults.add(status + " " + request);
      }
    }
    return faults;
  }
}
