package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.faults.ClientFaults.Seen;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts is what was answered before the slow ones were told anything, not how quickly. */
class ClientFaultsTest {

  private static final int SLOW = 5;
  private static final int OTHERS = 3;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch answered = new CountDownLatch(OTHERS);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch refused = new CountDownLatch(SLOW);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void othersAreAnsweredWhileTheSlowAreWaitedFor() throws IOException {
    serve("/api/orders", exchange -> refuse(exchange, answered, 408));
    serve(
        "/api/products",
        exchange -> {
          answer(exchange, 200);
          answered.countDown();
        });

    Seen seen = strike();

    // The last of them may meet the first refusal.
    assertThat(seen.inTime()).isGreaterThanOrEqualTo(OTHERS - 1);
    assertThat(seen.missed()).isZero();
    assertThat(seen.refused()).isEqualTo(SLOW);
    assertThat(ClientFaults.judged(seen, SLOW)).isEmpty();
  }

  /**
   * The control: a server in which they hold all threads answers others only when they are gone.
   */
  @Test
  void whoIsAnsweredOnlyAfterThemIsNotCounted() throws IOException {
    serve("/api/orders", exchange -> refuse(exchange, asked, 408));
    serve(
        "/api/products",
        exchange -> {
          asked.countDown();
          refused.await();
          answer(exchange, 200);
        });

    Seen seen = strike();

    assertThat(seen.inTime()).isZero();
    assertThat(seen.refused()).isEqualTo(SLOW);
    assertThat(ClientFaults.judged(seen, SLOW))
        .singleElement()
        .asString()
        .contains("other clients had no answer");
  }

  @Test
  void anErrorIsNoAnswerAndNoRefusal() throws IOException {
    serve("/api/orders", exchange -> refuse(exchange, asked, 500));
    serve(
        "/api/products",
        exchange -> {
          answer(exchange, 502);
          asked.countDown();
        });

    Seen seen = strike();

    assertThat(seen.inTime()).isZero();
    assertThat(seen.missed()).isPositive();
    assertThat(seen.refused()).isZero();
    assertThat(ClientFaults.judged(seen, SLOW)).hasSize(2);
  }

  private Seen strike() throws IOException {
    return ClientFaults.strike(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), SLOW);
  }

  @FunctionalInterface
  private interface Handling {
    void of(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private void serve(String path, Handling handling) {
    server.createContext(
        path,
        exchange -> {
          try {
            handling.of(exchange);
          } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void refuse(HttpExchange exchange, CountDownLatch until, int status)
      throws IOException, InterruptedException {
    until.await();
    answer(exchange, status);
    refused.countDown();
  }

  /** Without waiting for the body, which is not to come. */
  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }
}
