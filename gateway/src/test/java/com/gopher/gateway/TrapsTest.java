package com.gopher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * The controls of {@link GatewayTest} and {@link FailingBackendsTest}: what the library does where
 * nothing is done about it. One that fails here says that some of our code is no longer needed.
 */
class TrapsTest {

  /** One retry is two attempts; the HTTP client makes more of them, unasked. */
  @Test
  void retriesAreDoubledAndHideTheAnswerOfTheBackend() throws Exception {
    try (var shop = Backend.that(Backend.answering(503, ""));
        var gateway =
            RunningGateway.bare(
                BareGateway.class,
                BareGateway.routeTo(
                    shop.url(),
                    "name=Retry",
                    "args.retries=1",
                    "args.series=SERVER_ERROR",
                    "args.methods=GET"))) {
      var answer = gateway.get("/api/orders");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(shop.seen()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void aTimeOutIsAnsweredWith500() throws Exception {
    var never = new CountDownLatch(1);
    try (var shop =
            Backend.that(
                exchange -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        var gateway =
            RunningGateway.bare(
                BareGateway.class,
                RunningGateway.and(
                    BareGateway.routeTo(shop.url()), "--spring.http.clients.read-timeout=200ms"))) {
      assertThat(gateway.get("/api/orders").statusCode()).isEqualTo(500);

      never.countDown();
    }
  }

  @Test
  void theBackendIsAskedByAnotherNameAndGivesItAway() throws Exception {
    try (var shop =
            Backend.that(
                exchange -> {
                  exchange
                      .getResponseHeaders()
                      .set(
                          "Location",
                          "http://" + exchange.getRequestHeaders().getFirst("Host") + "/7");
                  exchange.sendResponseHeaders(201, -1);
                });
        var bare = RunningGateway.bare(BareGateway.class, BareGateway.routeTo(shop.url()));
        var ours = RunningGateway.before(shop.url(), List.of())) {
      assertThat(bare.post("/api/orders", "{}").headers().firstValue("Location"))
          .contains(shop.url() + "/7");
      assertThat(ours.post("/api/orders", "{}").headers().firstValue("Location"))
          .contains(ours.url() + "/7");
    }
  }
}
