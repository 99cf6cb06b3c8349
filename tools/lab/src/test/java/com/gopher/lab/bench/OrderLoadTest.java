package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load generator against a server whose behaviour is known. */
class OrderLoadTest {

  private static final Duration FREEZE = Duration.ofMillis(1_000);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger orders = new AtomicInteger();
  private HttpServer server;
  private volatile boolean closing;
  private volatile boolean holdingBack;
  private volatile int freezeAt = -1;
  private volatile long frozenUntil;

  @BeforeEach
  void startTheServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/api/customers", exchange -> answer(exchange, 201, "{\"id\":\"1\"}"));
    server.createContext(
        "/api/products",
        exchange -> answer(exchange, 200, "{\"items\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]}"));
    server.createContext(
        "/actuator/publications", exchange -> answer(exchange, 200, "{\"total\":0}"));
    server.createContext("/api/orders", this::order);
    server.start();
  }

  @AfterEach
  void stopTheServer() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void everyAcceptedOrderIsCounted() throws Exception {
    OrderLoad.Closed run = load().closedLoop(4, Duration.ofMillis(300));

    assertThat(run.orders()).isPositive().isEqualTo(orders.get());
    assertThat(run.backlog()).isZero();
  }

  @Test
  void aServerThatLetsAConnectionGoIsCalledAgain() throws Exception {
    closing = true;

    OrderLoad.Closed run = load().closedLoop(2, Duration.ofSeconds(1));

    assertThat(run.orders()).isGreaterThan(2).isEqualTo(orders.get());
  }

  @Test
  void aFrozenServerIsFeltByEveryOrderThatShouldHaveLeftMeanwhile() throws Exception {
    freezeAt = 100;

    Histogram latency = load().openLoop(100, Duration.ofSeconds(4));

    assertThat(orders.get()).isEqualTo(400);
    assertThat(latency.getTotalCount()).isEqualTo(400);
    // A quarter of the orders fall into the second of the freeze; a closed loop would have seen it
    // only once a client.
    assertThat(latency.getValueAtPercentile(90)).isGreaterThan(FREEZE.toMillis() * 1_000 / 3);
  }

  @Test
  void aShopThatHoldsOrdersBackIsAskedAgainAndOnlyAcceptedOnesCount() throws Exception {
    holdingBack = true;

    long accepted = load().asManyAsAreAccepted(1, Duration.ofSeconds(1));

    assertThat(accepted).isPositive().isLessThanOrEqualTo((orders.get() + 1) / 2);
    assertThatThrownBy(() -> load().closedLoop(2, Duration.ofSeconds(1)))
        .hasMessageContaining("503");
  }

  private OrderLoad load() throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new OrderLoad(uri, uri);
  }

  private void order(HttpExchange exchange) throws IOException {
    if (orders.incrementAndGet() == freezeAt) {
      frozenUntil = System.nanoTime() + FREEZE.toNanos();
    }
    for (long left = frozenUntil - System.nanoTime();
        freezeAt > 0 && frozenUntil != 0 && left > 0;
        left = frozenUntil - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    if (holdingBack && orders.get() % 2 == 0) {
      answer(exchange, 503, "{}");
      return;
    }
    if (closing) {
      exchange.getResponseHeaders().add("Connection", "close");
    }
    answer(exchange, 201, "{}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
