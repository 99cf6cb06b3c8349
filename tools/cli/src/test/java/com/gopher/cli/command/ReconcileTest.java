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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shop and tracker are compared a thousand orders at a time; what differs is announced again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("seconds")
class ReconcileTest {

  private static final int MOST = 1_000;

  /** By id, as the shop lists them; when each was placed. */
  private final TreeMap<String, Instant> open = new TreeMap<>();

  private final Set<String> unknown = new HashSet<>();
  private final Set<String> missed = new HashSet<>();
  private final List<String> announced = new ArrayList<>();
  private final List<Integer> asked = new ArrayList<>();

  private HttpServer server;
  private Fleet fleet;
  private ShopCommand command;
  private volatile boolean isOld;
  private volatile boolean isTrackerFailing;

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
  void manyOrders() {
    open.clear();
    unknown.clear();
    missed.clear();
    announced.clear();
    asked.clear();
    isOld = false;
    isTrackerFailing = false;
    Instant placed = Instant.now().minus(Duration.ofHours(1));
    for (int i = 0; i < 2_500; i++) {
      open.put(new UUID(i, i).toString(), placed);
    }
  }

  @Test
  void allIsWellWhenBothKnowTheSame() {
    Outcome outcome = command.run("status");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("2500 open orders are the tracker's, and both know the same");
    assertThat(asked).containsExactly(1_000, 1_000, 500);
  }

  @Test
  void whatDiffersIsCountedAndNeedsAPerson() {
    unknown.addAll(List.of(id(0), id(1_500), id(2_499)));
    missed.add(id(7));

    Outcome outcome = command.run("status");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("2500 open orders")
        .contains("does not know 3 of them")
        .contains("of 1 parcels");
    assertThat(outcome.err()).contains("./shop resend --data-dir");
    JsonNode json =
        JsonMapper.shared().readTree(command.run("status", "--json").out()).path("reconciliation");
    assertThat(json.path("unknownToTracker").asLong()).isEqualTo(3);
    assertThat(json.path("notHeardOf").asLong()).isEqualTo(1);
    assertThat(json.path("overdue").asLong()).isEqualTo(4);
  }

  @Test
  void whatIsUnderWayNeedsNobody() {
    open.put(id(2_499), Instant.now());
    unknown.add(id(2_499));

    Outcome outcome = command.run("status");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("does not know 1 of them");
  }

  @Test
  void resendAnnouncesWhatDiffersAndNothingElse() {
    for (int i = 0; i < 1_200; i++) {
      unknown.add(id(2 * i));
    }
    missed.add(id(1));

    Outcome outcome = command.run("resend");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("Announced again: 1201");
    assertThat(announced).hasSize(1_201).contains(id(0), id(1), id(2_398)).doesNotContain(id(3));
  }

  @Test
  void anOlderProgramIsNotComparedAndNothingIsAnnounced() {
    isOld = true;

    assertThat(command.run("status").exit()).isZero();
    Outcome resend = command.run("resend");
    assertThat(resend.exit()).isEqualTo(2);
    assertThat(resend.err())
        .contains("cannot be compared", "Nothing was announced", "./shop status");
  }

  /** It might be well, or not: somebody has to look. */
  @Test
  void whatCouldNotBeComparedNeedsAPerson() {
    isTrackerFailing = true;

    Outcome outcome = command.run("status");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("tracker").doesNotContain("both know the same");
    assertThat(outcome.err())
        .contains("Shop and tracker were not compared. The tracker answered 500", "Its log:");
    JsonNode json = JsonMapper.shared().readTree(command.run("status", "--json").out());
    assertThat(json.path("notKnown").path(0).asString()).contains("were not compared");
    assertThat(json.has("reconciliation")).isFalse();
  }

  private static String id(int number) {
    return new UUID(number, number).toString();
  }

  private static ProcessSpec process(String name, URI url) {
    return ProcessSpec.of(name, List.of("sleep", "600"), Map.of(), url, url, List.of(), null);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    boolean isWrite = exchange.getRequestMethod().equals("POST");
    JsonNode body =
        isWrite ? JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()) : null;
    Object answer =
        switch (uri.getPath()) {
          case "/actuator/openorders" -> isWrite ? announce(body) : page(uri.getQuery());
          case "/actuator/shipments" -> compare(body);
          default -> Map.of("status", "UP");
        };
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(answer);
    exchange.sendResponseHeaders(status(uri.getPath()), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int status(String path) {
    if (path.contains("health")) {
      return 200;
    }
    if (isOld) {
      return 404;
    }
    return isTrackerFailing && path.endsWith("shipments") ? 500 : 200;
  }

  private Object page(String query) {
    var rest = query == null ? open : open.tailMap(query.substring("after=".length()), false);
    return Map.of(
        "items",
        rest.entrySet().stream()
            .limit(MOST)
            .map(it -> Map.of("id", it.getKey(), "placedAt", it.getValue().toString(), "heard", 1))
            .toList());
  }

  private Object announce(JsonNode body) {
    List<String> ids = List.of(body.path("ids").asString().split(","));
    announced.addAll(ids);
    return Map.of("announced", ids.size());
  }

  private Object compare(JsonNode body) {
    List<String> ids =
        Stream.of(body.path("orders").asString().split(",")).map(it -> it.split(":")[0]).toList();
    asked.add(ids.size());
    return Map.of(
        "unknown", ids.stream().filter(unknown::contains).toList(),
        "missed", ids.stream().filter(missed::contains).toList());
  }
}
