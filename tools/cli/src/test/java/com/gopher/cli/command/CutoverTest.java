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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a cutover waits for; what is open in Kafka is tried with a real one in the city's tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("seconds")
class CutoverTest {

  private final List<String> changes = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Fleet fleet;
  private ShopCommand command;
  private volatile boolean isConnected;
  private volatile int oldestSeconds;
  private volatile String cleanAt = "";

  @BeforeAll
  void startShopAndTracker(@TempDir Path directory) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    var data = new DataDirectory(directory.resolve("data"));
    fleet = new Fleet(data, new Console(silent, silent, false), Duration.ofMinutes(1));
    fleet.bringUp(() -> List.of(process("shop", url), process("tracker", url)));
    command = new ShopCommand(data.root());
  }

  @AfterAll
  void endIt() {
    fleet.takeDown();
    server.stop(0);
  }

  @BeforeEach
  void aCityInWhichNothingWaits() {
    changes.clear();
    isConnected = true;
    oldestSeconds = 0;
    cleanAt = "";
  }

  @Test
  void aCastleIsToldToGetARoadAndNotToForceIt() {
    isConnected = false;

    Outcome outcome = command.run("cutover");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("Missing: The shop is not connected to Kafka; ./shop up");
    assertThat(outcome.err()).contains("Nothing was changed").doesNotContain("--force");
    assertThat(changes).isEmpty();
  }

  @Test
  void aRecordThatIsUnsentForTooLongIsNamedWithItsSender() {
    oldestSeconds = 2;

    Outcome outcome = command.run("cutover");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("The oldest unsent record of the shop waits for 2 s; ./shop outbox list")
        .contains("The oldest unsent record of the tracker waits for 2 s; ./shop outbox list");
    assertThat(outcome.err()).contains("Nothing was changed", "--force");
    assertThat(changes).isEmpty();
  }

  @Test
  void howLongARecordMayWaitIsAnOption() {
    oldestSeconds = 2;

    Outcome outcome = command.run("cutover", "--longest-wait", "3");

    assertThat(outcome.out()).doesNotContain("The oldest unsent record");
    assertThat(command.run("cutover", "--longest-wait", "0").err())
        .contains("--longest-wait must be at least 1 second", "Nothing was changed");
    assertThat(changes).isEmpty();
  }

  @Test
  void aReconcileThatFoundNothingHasToBeRecent() {
    assertThat(command.run("cutover").out())
        .contains("Shop and tracker were never found to know the same of all orders")
        .contains("./shop reconcile --data-dir");

    cleanAt = Instant.now().minus(Duration.ofMinutes(11)).toString();
    assertThat(command.run("cutover").out())
        .contains("last found to know the same 11 minutes ago; ./shop reconcile --data-dir");
    assertThat(command.run("cutover", "--clean-within", "12").out()).doesNotContain("the same");

    cleanAt = Instant.now().toString();
    assertThat(command.run("cutover").out()).doesNotContain("know the same");
    assertThat(command.run("cutover", "--clean-within", "0").err())
        .contains("--clean-within must be at least 1 minute", "Nothing was changed");
    assertThat(changes).isEmpty();
  }

  @Test
  void aKafkaThatDoesNotAnswerIsMissingToo() {
    Outcome outcome = command.run("cutover");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("Missing: No city lives in the data directory");
  }

  @Test
  void whatWasMissingIsPartOfTheReasonOfAForcedOne() {
    oldestSeconds = 2;

    Outcome outcome = command.run("cutover", "--force");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .contains("Missing: The oldest unsent record of the shop", "That was recorded.");
    assertThat(changes)
        .singleElement()
        .asString()
        .contains("cutover; forced: The oldest unsent record");
  }

  private static ProcessSpec process(String name, URI url) {
    return ProcessSpec.of(name, List.of("sleep", "600"), Map.of(), url, url, List.of(), null);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("POST")) {
      changes.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }
    Object answer =
        switch (path) {
          case "/actuator/delivery" ->
              Map.of("mode", "in-process", "since", "-", "connected", isConnected);
          case "/actuator/reconciliation" ->
              cleanAt.isEmpty() ? Map.of() : Map.of("cleanAt", cleanAt);
          case "/actuator/outbox" -> Map.of("oldestSeconds", oldestSeconds);
          default -> Map.of("status", "UP");
        };
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(answer);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
