package com.gopher.gateway;

import static com.gopher.gateway.GatewayTest.isRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees when a backend is not there, is late, or breaks off. */
class FailingBackendsTest {

  private static final HttpHandler SHOP = Backend.answering(200, "{\"from\":\"shop\"}");
  private static final HttpHandler TRACKER = Backend.answering(200, "{\"from\":\"tracker\"}");

  @Test
  void nobodyThereIs503AndNothingWasPassedOn() throws Exception {
    try (var gateway = RunningGateway.before(RunningGateway.nobody(), List.of())) {
      var answer = gateway.post("/api/orders", "{}");

      isRefused(answer, 503);
      assertThat(answer.body()).contains("nothing was passed on");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void anAnswerThatDoesNotComeIs504() throws Exception {
    var never = new CountDownLatch(1);
    try (var shop = Backend.that(exchange -> waitFor(never));
        var gateway =
            RunningGateway.before(
                shop.url(),
                List.of(),
                "--gateway.routes[0].path=/**",
                "--gateway.routes[0].service=shop",
                "--gateway.routes[0].silence=200ms")) {
      isRefused(gateway.post("/api/orders", "{}"), 504);
      assertThat(shop.seen()).hasSize(1);

      never.countDown();
    }
  }

  @Test
  void anAnswerThatBreaksOffIs502AndAWriteIsNeverRepeated() throws Exception {
    try (var shop = Backend.that(Backend.breakingOff());
        var gateway = RunningGateway.before(shop.url(), List.of())) {
      var answer = gateway.post("/api/orders", "{}");

      isRefused(answer, 502);
      assertThat(answer.body()).contains("Idempotency-Key");
      assertThat(shop.seen()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 404, 422})
  void anAnswerOfTheShopIsTheAnswerWhateverItsStatus(int status) throws Exception {
    try (var shop = Backend.that(Backend.answering(status, "{\"its\":\"own\"}"));
        var gateway = RunningGateway.before(shop.url(), List.of())) {
      for (int i = 0; i < 20; i++) {
        var answer = gateway.get("/api/orders/1");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"its\":\"own\"}");
      }
      assertThat(shop.seen()).hasSize(20);
    }
  }

  @Test
  void aReadIsTriedOnceMoreAndOnAnotherInstance() throws Exception {
    try (var shop = Backend.that(SHOP);
        var broken = Backend.that(Backend.breakingOff());
        var tracker = Backend.that(TRACKER);
        var gateway = RunningGateway.before(shop.url(), List.of(broken.url(), tracker.url()))) {
      for (int i = 0; i < 4; i++) {
        assertThat(gateway.get("/api/tracking/1").body()).contains("tracker");
      }

      assertThat(broken.seen()).hasSize(2);
      assertThat(tracker.seen()).hasSize(4);
      assertThat(shop.seen()).isEmpty();
    }
  }

  @Test
  void withOneAttemptAReadIsTriedOnNobodyElse() throws Exception {
    try (var shop = Backend.that(SHOP);
        var broken = Backend.that(Backend.breakingOff());
        var tracker = Backend.that(TRACKER);
        var gateway =
            RunningGateway.before(
                shop.url(),
                List.of(broken.url(), tracker.url()),
                "--gateway.attempts=1",
                "--gateway.routes[0].path=/**",
                "--gateway.routes[0].service=tracker",
                "--gateway.routes[0].silence=2s")) {
      int failed = 0;
      for (int i = 0; i < 4; i++) {
        failed += gateway.get("/api/tracking/1").statusCode() == 502 ? 1 : 0;
      }

      assertThat(failed).isEqualTo(2);
      assertThat(tracker.seen()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500, 503, 203})
  void whatTheTrackersCannotSayTheShopSaysFromItsCopy(int status) throws Exception {
    try (var shop = Backend.that(SHOP);
        var tracker = Backend.that(Backend.answering(status, "{}"));
        var gateway = RunningGateway.before(shop.url(), List.of(tracker.url()))) {
      assertThat(gateway.get("/api/tracking/1").body()).contains("shop");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 503})
  void whatATrackerKnowsSecondHandIsBetterThanNothing(int shopsAnswer) throws Exception {
    try (var shop = Backend.that(Backend.answering(shopsAnswer, "{}"));
        var tracker = Backend.that(Backend.answering(203, "{\"from\":\"tracker\"}"));
        var gateway = RunningGateway.before(shop.url(), List.of(tracker.url()));
        var alone = RunningGateway.before(RunningGateway.nobody(), List.of(tracker.url()))) {
      for (RunningGateway door : List.of(gateway, alone)) {
        var answer = door.get("/api/tracking/1");
        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(answer.body()).contains("tracker");
      }
      assertThat(shop.seen()).hasSize(1);
    }
  }

  @Test
  void withoutAnyTrackerTheShopAnswers() throws Exception {
    try (var shop = Backend.that(SHOP);
        var dead = RunningGateway.before(shop.url(), List.of(RunningGateway.nobody()));
        var none = RunningGateway.before(shop.url(), List.of())) {
      assertThat(dead.get("/api/tracking/1").body()).contains("shop");
      assertThat(none.get("/api/tracking/1").body()).contains("shop");
    }
  }

  @Test
  void nobodyWaitsForABackendThatDoesNotAnswerAndItIsFoundAgain() throws Exception {
    var never = new CountDownLatch(1);
    int port;
    try (var shop = Backend.that(exchange -> waitFor(never))) {
      port = shop.port();
      try (var gateway =
          RunningGateway.before(
              shop.url(),
              List.of(),
              "--gateway.routes[0].path=/**",
              "--gateway.routes[0].service=shop",
              "--gateway.routes[0].silence=50ms")) {
        for (int i = 0; i < 5; i++) {
          isRefused(gateway.get("/"), 504);
        }

        isRefused(gateway.get("/"), 503);
        assertThat(shop.seen()).hasSize(5);

        never.countDown();
        shop.close();
        try (var again = Backend.onPort(port, SHOP)) {
          await().untilAsserted(() -> assertThat(gateway.get("/").statusCode()).isEqualTo(200));
          assertThat(again.seen()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void anInstanceThatIsBackIsAskedAgainThoughTheOthersNeverFailed() throws Exception {
    int port;
    try (var shop = Backend.that(SHOP);
        var other = Backend.that(TRACKER);
        var broken = Backend.that(Backend.breakingOff())) {
      port = broken.port();
      try (var gateway = RunningGateway.before(shop.url(), List.of(broken.url(), other.url()))) {
        for (int i = 0; i < 20; i++) {
          assertThat(gateway.get("/api/tracking/1").body()).contains("tracker");
        }
        assertThat(broken.seen()).as("it is left alone by now").hasSizeLessThan(10);

        broken.close();
        try (var again = Backend.onPort(port, TRACKER)) {
          await()
              .untilAsserted(
                  () -> {
                    assertThat(gateway.get("/api/tracking/1").statusCode()).isEqualTo(200);
                    assertThat(again.seen()).isNotEmpty();
                  });
        }
      }
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
