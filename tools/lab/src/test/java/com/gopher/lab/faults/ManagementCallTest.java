package com.gopher.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop that is busy for a moment does not break off a run. */
class ManagementCallTest {

  private static final String BUSY = "503 in 0 s";
  private static final String AWAY = "503";

  /** What is answered first; afterwards it is done. */
  private final Deque<String> answers = new ArrayDeque<>();

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          String answer = answers.isEmpty() ? "200" : answers.remove();
          if (answer.equals(BUSY)) {
            exchange.getResponseHeaders().set("Retry-After", "0");
          }
          exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whoIsBusyIsAskedAgain() throws Exception {
    answers.addAll(List.of(BUSY, BUSY));

    call().send("{}");

    assertThat(asked).containsExactly("Bearer key {}", "Bearer key {}", "Bearer key {}");
  }

  @Test
  void whoStaysBusyIsGivenUp() {
    answers.addAll(Collections.nCopies(20, BUSY));

    assertThatThrownBy(() -> call().send("{}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("503");
    assertThat(asked).hasSize(10);
  }

  @Test
  void whoRefusesOrDoesNotSayWhenIsAskedOnce() {
    for (String answer : List.of("409", "401", AWAY)) {
      asked.clear();
      answers.add(answer);

      assertThatThrownBy(() -> call().send("{}"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(answer);
      assertThat(asked).hasSize(1);
    }
  }

  private ManagementCall call() {
    return new ManagementCall(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "/actuator/delivery",
        "key");
  }
}
