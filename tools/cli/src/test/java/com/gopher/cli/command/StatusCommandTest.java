package com.gopher.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.ShopCommand;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is ready and has something waiting is not simply ready; its health is what this test says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("seconds")
class StatusCommandTest {

  private static final String WELL = component("outbox", "UP", "\"backlog\":0,\"parked\":0");

  private HttpServer management;
  private Fleet fleet;
  private ShopCommand command;
  private volatile int status = 200;
  private volatile String health = WELL;

  @BeforeAll
  void startAProcess(@TempDir Path directory) throws Exception {
    management = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    management.createContext(
        "/actuator/health",
        exchange -> {
          boolean isProbe = !exchange.getRequestURI().getPath().endsWith("/health");
          byte[] answer = (isProbe ? "{}" : health).getBytes(UTF_8);
          exchange.sendResponseHeaders(isProbe ? 200 : status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    management.start();
    URI url = URI.create("http://127.0.0.1:" + management.getAddress().getPort());
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    var data = new DataDirectory(directory.resolve("data"));
    fleet = new Fleet(data, new Console(silent, silent, false), Duration.ofMinutes(1));
    fleet.bringUp(
        () ->
            List.of(
                ProcessSpec.of(
                    "shop", List.of("sleep", "600"), Map.of(), url, url, List.of(), null)));
    command = new ShopCommand(data.root());
  }

  @AfterAll
  void endIt() {
    fleet.takeDown();
    management.stop(0);
  }

  @Test
  void whatIsWellIsReady() {
    says(200, WELL);

    Outcome outcome = command.run("status");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).containsPattern("shop .* ready\\n");
  }

  @Test
  void whatWaitsIsCountedAndPassesByItself() {
    says(200, component("outbox", "UP", "\"backlog\":7,\"oldestSeconds\":2,\"parked\":0"));

    Outcome outcome = command.run("status");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("ready; outbox: 7 waiting, oldest 2 s");
  }

  @Test
  void whatNeedsAPersonIsSaidAndChangesTheExitCode() {
    says(
        503,
        component("outbox", "OUT_OF_SERVICE", "\"backlog\":7,\"oldestSeconds\":182,\"parked\":2"));
    assertNeedsAPerson("ready; outbox: 7 waiting, oldest 182 s, 2 refused by Kafka");

    says(
        503,
        component(
            "inbound",
            "DOWN",
            "\"failures\":4,\"failingSince\":\"2026-01-01T00:00:00Z\",\"lastFailure\":\"no room\""));
    assertNeedsAPerson(
        "inbound: records wait since 2026-01-01T00:00:00Z, 4 attempts failed: no room");

    says(
        503,
        component(
            "publications",
            "DOWN",
            "\"unfinished\":3,\"keepFailing\":1,\"oldestSince\":\"2026-01-01T00:00:00Z\""));
    assertNeedsAPerson(
        "publications: 3 waiting, oldest since 2026-01-01T00:00:00Z, 1 keep failing");

    says(503, component("db", "DOWN", ""));
    assertNeedsAPerson("db: not well");

    says(500, "");
    assertNeedsAPerson("does not say what waits");
  }

  @Test
  void asJsonItIsAllThere() {
    says(503, component("outbox", "OUT_OF_SERVICE", "\"backlog\":1,\"parked\":1"));

    Outcome outcome = command.run("status", "--json");

    JsonNode shop = JsonMapper.shared().readTree(outcome.out()).path("processes").path(0);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(shop.path("state").asString()).isEqualTo("ready");
    assertThat(shop.path("needsAPerson").asBoolean()).isTrue();
    assertThat(shop.path("waiting").path(0).asString()).startsWith("outbox: 1 waiting");
    assertThat(shop.at("/health/components/outbox/details/parked").asInt()).isEqualTo(1);
  }

  private void assertNeedsAPerson(String words) {
    Outcome outcome = command.run("status");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains(words);
    assertThat(outcome.err()).contains("Something in the shop needs a person", "Its log:");
  }

  private void says(int code, String body) {
    status = code;
    health = body;
  }

  private static String component(String name, String state, String details) {
    return "{\"status\":\"%s\",\"components\":{\"%s\":{\"status\":\"%s\",\"details\":{%s}}}}"
        .formatted(state, name, state, details);
  }
}
