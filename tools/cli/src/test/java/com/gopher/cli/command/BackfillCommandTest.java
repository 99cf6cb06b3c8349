package com.gopher.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.ShopCommand;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the shop says about its backfill is told in a sentence; it is started once and stopped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("seconds")
class BackfillCommandTest {

  private final List<String> asked = new ArrayList<>();

  private HttpServer server;
  private Fleet fleet;
  private ShopCommand command;
  private volatile String state = "none";
  private volatile String waitsFor = "null";
  private volatile boolean isOld;
  private volatile boolean isGuarded;
  private Path data;

  @BeforeAll
  void startAShop(@TempDir Path directory) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    data = directory.resolve("data");
    fleet =
        new Fleet(
            new DataDirectory(data), new Console(silent, silent, false), Duration.ofMinutes(1));
    fleet.bringUp(
        () ->
            List.of(
                ProcessSpec.of(
                    "shop", List.of("sleep", "600"), Map.of(), url, url, List.of(), null)));
    command = new ShopCommand(data);
  }

  @AfterAll
  void endIt() {
    fleet.takeDown();
    server.stop(0);
  }

  @BeforeEach
  void nothingWasAsked() {
    asked.clear();
    isOld = false;
    isGuarded = false;
    state = "none";
    waitsFor = "null";
  }

  @Test
  void itIsStartedWithItsRate() {
    Outcome outcome = command.run("backfill", "--rate", "250");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(asked).containsExactly("GET ", "POST {\"rate\":\"250\"}");
    assertThat(outcome.out()).contains("is running", "7 orders announced, 43 left, 2 s at 25");
    assertThat(outcome.err()).contains("./shop backfill --status --data-dir");
  }

  @Test
  void statusChangesNothingAndTellsForWhatItWaits() {
    state = "running";
    waitsFor = "\"3 events wait for their listeners\"";

    Outcome outcome = command.run("backfill", "--status");

    assertThat(outcome.out()).contains("It waits: 3 events wait for their listeners.");
    assertThat(command.run("status").out()).contains("The backfill is running");
    assertThat(asked).containsOnly("GET ");
  }

  @Test
  void nothingThatWasNeverAskedForIsShownInTheStatusOfAll() {
    assertThat(command.run("backfill", "--status").out())
        .contains("No backfill was started; 43 orders are not announced as they are now.");
    assertThat(command.run("status").out()).doesNotContain("backfill");
  }

  @Test
  void itIsStopped() {
    state = "running";

    Outcome outcome = command.run("backfill", "--stop");

    assertThat(asked).containsExactly("GET ", "DELETE ");
    assertThat(outcome.out()).contains("is stopped").doesNotContain("orders/s");
    assertThat(outcome.err()).contains("Next: ./shop backfill --data-dir");
  }

  @Test
  void aShopWithoutKafkaAndAWrongOptionAreNamedAndNothingIsAsked() {
    assertThat(command.run("backfill", "--rate", "0").err()).contains("from 1 to 10000");
    assertThat(command.run("backfill", "--stop", "--status").err()).contains("two things");
    assertThat(asked).isEmpty();

    isOld = true;
    Outcome outcome = command.run("backfill");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("not connected to Kafka", "./shop up city");
    assertThat(asked).containsExactly("GET ");
  }

  @Test
  void aTokenThatIsMissingIsNoTokenThatWasRefused() throws IOException {
    isGuarded = true;
    Path token = data.resolve("management-token");

    Outcome without = command.run("backfill");
    Files.writeString(token, "of another shop");
    Outcome other = command.run("backfill");
    Files.delete(token);

    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("there is none in " + token, "Nothing was changed");
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.err()).contains("refused the token from " + token, "Nothing was changed");
    assertThat(state).isEqualTo("none");
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    boolean isBackfill = exchange.getRequestURI().getPath().equals("/actuator/backfill");
    byte[] answer = "{\"status\":\"UP\"}".getBytes(UTF_8);
    if (isBackfill) {
      String method = exchange.getRequestMethod();
      if (isGuarded && !method.equals("GET")) {
        exchange.sendResponseHeaders(401, -1);
        exchange.close();
        return;
      }
      asked.add(method + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      state = method.equals("POST") ? "running" : method.equals("DELETE") ? "stopped" : state;
      answer =
          """
          {"state":"%s","since":"2026-11-30T09:00:00Z","rate":25,"done":7,"left":43,
           "secondsLeft":2,"waitsFor":%s}
          """
              .formatted(state, waitsFor)
              .getBytes(UTF_8);
    }
    boolean isKnown = isBackfill ? !isOld : exchange.getRequestURI().getPath().contains("health");
    exchange.sendResponseHeaders(isKnown ? 200 : 404, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
