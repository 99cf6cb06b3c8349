package com.gopher.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client that sends its body a byte at a time holds up nobody at the gateway, and nobody behind
 * it.
 */
class SlowClientsTest {

  private static final int THREADS = 10;
  private static final int MORE_THAN_THREADS = 30;

  /** Long before the server gives up a connection that is silent. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String FEW_THREADS = "--server.tomcat.threads.max=" + THREADS;
  private static final String SILENCE_IS_ALLOWED = "--server.tomcat.connection-timeout=2m";

  private Backend shop;

  @BeforeEach
  void start() throws IOException {
    shop = Backend.that(Backend.answering(200, "{}"));
  }

  @AfterEach
  void end() {
    shop.close();
  }

  @Test
  void othersAreAnsweredMeanwhile() throws IOException {
    try (var gateway = gateway("--gateway.body-within=2m");
        var slow = SlowClients.of(gateway.port(), MORE_THAN_THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        assertThat(SlowClients.letOthersThrough(gateway.port(), PATIENCE)).isTrue();
      }

      assertThat(shop.seen()).hasSize(THREADS).allMatch(it -> it.method().equals("GET"));
    }
  }

  /** The control: the library alone has a thread wait for each body. */
  @Test
  void withoutTheBoundNobodyIs() throws IOException {
    try (var bare =
            RunningGateway.bare(
                BareGateway.class,
                RunningGateway.and(
                    BareGateway.routeTo(shop.url()), FEW_THREADS, SILENCE_IS_ALLOWED));
        var slow = SlowClients.of(bare.port(), MORE_THAN_THREADS)) {
      // The server takes connections in any order: one of the last may still be answered.
      await()
          .atMost(PATIENCE)
          .until(() -> !SlowClients.letOthersThrough(bare.port(), Duration.ofSeconds(2)));
    }
  }

  @Test
  void aBodyThatIsLateIsNotWaitedForAndNothingOfItIsPassedOn() throws IOException {
    try (var gateway = gateway("--gateway.body-within=1s");
        var slow = SlowClients.of(gateway.port(), MORE_THAN_THREADS)) {
      assertThat(slow.answers())
          .hasSize(MORE_THAN_THREADS)
          .allMatch(it -> it.startsWith("HTTP/1.1 408"))
          .allMatch(it -> it.contains("application/problem+json"))
          .allMatch(it -> it.contains("nothing was passed on"));
      assertThat(shop.seen()).isEmpty();
    }
  }

  @Test
  void asItIsShippedWhoSendsSlowlyIsToldSo() {
    try (var gateway = RunningGateway.before(shop.url(), List.of())) {
      assertThat(gateway.setting("server.tomcat.connection-timeout", Duration.class))
          .isGreaterThan(gateway.settings().bodyWithin());
    }
  }

  /** The control: a server that loses patience first takes it for an error of the program. */
  @Test
  void withLessPatienceForSilenceThanForABodyItWouldLookAsIfTheGatewayHadFailed()
      throws IOException {
    try (var gateway =
            RunningGateway.before(
                shop.url(),
                List.of(),
                "--gateway.body-within=2m",
                "--server.tomcat.connection-timeout=1s");
        var slow = SlowClients.of(gateway.port(), 3)) {
      assertThat(slow.answers()).hasSize(3).allMatch(it -> it.startsWith("HTTP/1.1 500"));
    }
  }

  @Test
  void onlySoManyBodiesAreWaitedForAtATime() throws IOException {
    try (var gateway = gateway("--gateway.body-within=2s", "--gateway.bodies-waiting=5");
        var slow = SlowClients.of(gateway.port(), MORE_THAN_THREADS)) {
      assertThat(slow.answers())
          .allMatch(it -> it.matches("(?s)HTTP/1.1 (408|503).*"))
          .filteredOn(it -> it.startsWith("HTTP/1.1 503") && it.contains("Retry-After: 1"))
          .hasSizeGreaterThan(MORE_THAN_THREADS / 2);
      assertThat(shop.seen()).isEmpty();
    }
  }

  private RunningGateway gateway(String... limits) {
    return RunningGateway.before(
        shop.url(), List.of(), RunningGateway.and(limits, FEW_THREADS, SILENCE_IS_ALLOWED));
  }
}
