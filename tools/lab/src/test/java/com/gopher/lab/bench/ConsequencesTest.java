package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An order has cost all it costs when everything is done, against programs that say what is not.
 */
class ConsequencesTest {

  private static final String PUBLICATIONS = "shop/actuator/publications";
  private static final int ORDERS = 5;

  /** What is asked for, and the answer. */
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  private final Map<String, HttpServer> servers = new HashMap<>();

  @BeforeEach
  void startBothPrograms() throws IOException {
    for (String program : List.of("shop", "tracker")) {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
      server.createContext("/", exchange -> answer(program, exchange));
      server.start();
      servers.put(program, server);
      answers.put(program + "/actuator/metrics/inbound.records", ORDERS);
      answers.put(program + "/actuator/metrics/outbox.backlog", 0);
    }
    answers.put(PUBLICATIONS, 0);
  }

  @AfterEach
  void stop() {
    servers.values().forEach(server -> server.stop(0));
  }

  @Test
  void aCityIsDoneWhenNobodyHasAnythingLeft() throws Exception {
    assertThat(city().areDone(ORDERS)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "tracker/actuator/metrics/inbound.records, 4",
    "tracker/actuator/metrics/outbox.backlog, 1",
    "shop/actuator/metrics/inbound.records, 4",
    "shop/actuator/metrics/outbox.backlog, 1",
    "shop/actuator/publications, 1"
  })
  void oneThatIsLeftKeepsItFromBeingDone(String question, int answer) throws Exception {
    answers.put(question, answer);

    assertThat(city().areDone(ORDERS)).isFalse();
  }

  @Test
  void aCastleIsDoneWhenItsListenersAre() throws Exception {
    answers.put("shop/actuator/metrics/inbound.records", 0);
    var castle = new Consequences(program("shop"), null);

    assertThat(castle.areDone(ORDERS)).isTrue();

    answers.put(PUBLICATIONS, 1);

    assertThat(castle.areDone(ORDERS)).isFalse();
  }

  private Consequences city() {
    return new Consequences(program("shop"), program("tracker"));
  }

  private URI program(String name) {
    return URI.create("http://127.0.0.1:" + servers.get(name).getAddress().getPort());
  }

  private void answer(String program, HttpExchange exchange) throws IOException {
    String path = program + exchange.getRequestURI().getPath();
    int value = answers.get(path);
    String body =
        path.equals(PUBLICATIONS)
            ? "{\"total\":" + value + "}"
            : "{\"measurements\":[{\"value\":" + value + "}]}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
