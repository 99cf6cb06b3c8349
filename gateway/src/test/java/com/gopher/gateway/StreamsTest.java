package com.gopher.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stream of events: passed on at once, not cut, and not left open when its client is gone. */
class StreamsTest {

  private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final CountDownLatch clientIsGone = new CountDownLatch(1);

  private final HttpHandler stream =
      exchange -> {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        try {
          while (true) {
            String event = events.poll(100, TimeUnit.MILLISECONDS);
            body.write(
                (event == null ? ":\n\n" : "data: " + event + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.flush();
          }
        } catch (IOException gone) {
          clientIsGone.countDown();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  @Test
  void anEventIsPassedOnWhileTheStreamGoesOn() throws Exception {
    try (var shop = Backend.that(stream);
        var gateway = RunningGateway.before(shop.url(), List.of());
        var client = open(gateway)) {
      BufferedReader lines = lines(client);
      for (String event : List.of("PLACED", "SHIPPED")) {
        events.add(event);

        assertThat(nextData(lines)).isEqualTo("data: " + event);
      }
      assertThat(clientIsGone.getCount()).isOne();
    }
  }

  @Test
  void theBackendHearsThatTheClientIsGone() throws Exception {
    try (var shop = Backend.that(stream);
        var gateway = RunningGateway.before(shop.url(), List.of())) {
      leave(gateway);

      await().atMost(Duration.ofSeconds(5)).until(() -> clientIsGone.getCount() == 0);
    }
  }

  /**
   * The control: the library alone reads on, as long as the stream lasts, for a client that left.
   */
  @Test
  void withoutTheCutItWouldNotHear() throws Exception {
    try (var shop = Backend.that(stream);
        var gateway = RunningGateway.bare(BareGateway.class, BareGateway.routeTo(shop.url()))) {
      leave(gateway);

      assertThat(clientIsGone.await(5, TimeUnit.SECONDS)).isFalse();
    }
  }

  private void leave(RunningGateway gateway) throws IOException {
    try (var client = open(gateway)) {
      events.add("PLACED");
      assertThat(nextData(lines(client))).isEqualTo("data: PLACED");
    }
  }

  private static Socket open(RunningGateway gateway) throws IOException {
    var client = new Socket("127.0.0.1", gateway.port());
    client
        .getOutputStream()
        .write(
            "GET /api/orders/1/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  private static BufferedReader lines(Socket client) throws IOException {
    return new BufferedReader(
        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String nextData(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data:")) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }
}
