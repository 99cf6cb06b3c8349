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
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each kind of difference is found, what is on its way is none, and nothing is found in nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("seconds")
class ReconcileCommandTest {

  private static final int MOST = 1_000;
  private static final int PLANTED = 1_500;

  private final NavigableMap<String, Map<String, Object>> shop = new TreeMap<>();
  private final NavigableMap<String, Map<String, Object>> tracker = new TreeMap<>();
  private final List<String> announced = new ArrayList<>();
  private final List<String> noted = new ArrayList<>();

  private HttpServer shopServer;
  private HttpServer trackerServer;
  private Fleet fleet;
  private ShopCommand command;
  private Map<String, Object> twice = Map.of();
  private UnaryOperator<String> atEachLookAtTheShop = path -> path;

  @BeforeAll
  void startShopAndTracker(@TempDir Path directory) throws Exception {
    shopServer = server(this::shop);
    trackerServer = server(this::tracker);
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    var data = new DataDirectory(directory.resolve("data"));
    fleet = new Fleet(data, new Console(silent, silent, false), Duration.ofMinutes(1));
    fleet.bringUp(() -> List.of(process("shop", shopServer), process("tracker", trackerServer)));
    command = new ShopCommand(data.root());
  }

  @AfterAll
  void endIt() {
    fleet.takeDown();
    shopServer.stop(0);
    trackerServer.stop(0);
  }

  @BeforeEach
  synchronized void bothKnowTheSame() {
    shop.clear();
    tracker.clear();
    announced.clear();
    noted.clear();
    twice = Map.of();
    atEachLookAtTheShop = path -> path;
    for (int i = 1; i <= 2_500; i++) {
      shop.put(id(i), row(i));
      tracker.put(id(i), row(i));
    }
  }

  @Test
  void nothingIsFoundWhereBothKnowTheSameAndThatIsNoted() {
    Outcome outcome = command.run("reconcile", "--grace", "1");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains(
            "Compared: 2500 orders, 0 of them shipped by the shop itself. Different: 0. Pending: 0.");
    assertThat(noted).hasSize(1);
    assertThat(JsonMapper.shared().readTree(noted.get(0)).path("compared").asInt())
        .isEqualTo(2_500);
  }

  @ParameterizedTest
  @EnumSource(OrderDifference.Kind.class)
  void eachKindOfDifferenceIsFound(OrderDifference.Kind kind) {
    plant(kind);

    Outcome outcome = command.run("reconcile", "--grace", "1");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("Different: 1.", id(PLANTED) + ": " + kind.inWords());
    assertThat(outcome.err()).contains("./shop reconcile --repair --data-dir");
    assertThat(noted.get(0)).contains("\"differences\":\"1\"");
  }

  @Test
  void whatTheTrackerHasTwiceIsAnotherDecider() {
    change(shop, "decider", "shop");
    change(tracker, "decider", "shop");
    twice = row(PLANTED);

    Outcome outcome = command.run("reconcile", "--grace", "1");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("another decider", "shop and tracker's");
  }

  @Test
  void aTimeThatOnlyOneSideKnowsIsNoDifference() {
    change(tracker, "times", Map.of("SHIPPED", 2_000L));

    assertThat(command.run("reconcile", "--grace", "1").exit()).isZero();
  }

  @Test
  void whatArrivesWhileItIsLookedAtAgainIsNoDifference() {
    change(tracker, "sequence", 1L);
    int[] looks = {0};
    atEachLookAtTheShop =
        path -> {
          if (path.endsWith("rows") && ++looks[0] == 2) {
            change(tracker, "sequence", 3L);
          }
          return path;
        };

    Outcome outcome = command.run("reconcile", "--grace", "2");

    assertThat(outcome.exit()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("Different: 0. Pending: 0.");
    assertThat(looks[0]).isEqualTo(2);
  }

  @Test
  void whatNeverStandsStillIsPendingAndNotClean() {
    long[] sequence = {10};
    change(tracker, "sequence", 1L);
    atEachLookAtTheShop =
        path -> {
          change(shop, "sequence", ++sequence[0]);
          return path;
        };

    Outcome outcome = command.run("reconcile", "--grace", "1");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("Different: 0. Pending: 1.");
    assertThat(noted.get(0)).contains("\"pending\":\"1\"");
  }

  @Test
  void repairAnnouncesWhatDiffersAndComparesOnceMore() {
    tracker.remove(id(PLANTED));

    Outcome outcome = command.run("reconcile", "--grace", "1", "--repair");

    assertThat(announced).containsExactly(id(PLANTED));
    assertThat(outcome.exit()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("Different: 0.", "Announced again: 1");
  }

  @Test
  void aWrongGraceIsNamed() {
    assertThat(command.run("reconcile", "--grace", "0").err()).contains("from 1 to 600 seconds");
  }

  private void plant(OrderDifference.Kind kind) {
    switch (kind) {
      case missing -> tracker.remove(id(PLANTED));
      case extra -> shop.remove(id(PLANTED));
      case decider -> change(shop, "decider", "shop");
      case state -> change(tracker, "state", "DELIVERED");
      case tracking_number -> change(tracker, "trackingNumber", "GT-0");
      case sequence -> change(tracker, "sequence", 2L);
      case times -> change(shop, "times", Map.of("PREPARING", 1_001L, "SHIPPED", 2_000L));
    }
  }

  private synchronized void change(
      NavigableMap<String, Map<String, Object>> side, String field, Object value) {
    var changed = new LinkedHashMap<>(side.get(id(PLANTED)));
    changed.put(field, value);
    side.put(id(PLANTED), changed);
  }

  private static Map<String, Object> row(int number) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", id(number));
    row.put("decider", "tracker");
    row.put("state", "SHIPPED");
    row.put("trackingNumber", "GT-" + number);
    row.put("sequence", 3L);
    row.put("times", Map.of("PREPARING", 1_000L, "SHIPPED", 2_000L));
    return row;
  }

  private static String id(int number) {
    return new UUID(number, number).toString();
  }

  private static HttpServer server(HttpHandler handler) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  private static ProcessSpec process(String name, HttpServer server) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return ProcessSpec.of(name, List.of("sleep", "600"), Map.of(), url, url, List.of(), null);
  }

  private synchronized void shop(HttpExchange exchange) throws IOException {
    String path = atEachLookAtTheShop.apply(exchange.getRequestURI().getPath());
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Object answer =
        switch (path) {
          case "/actuator/reconciliation" -> note(body);
          case "/actuator/reconciliation/announced" -> announce(body);
          default -> path.contains("health") ? Map.of() : range(shop, path, exchange, MOST);
        };
    answer(exchange, answer);
  }

  private synchronized void tracker(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    answer(exchange, path.contains("health") ? Map.of() : range(tracker, path, exchange, 10_000));
  }

  private Object note(String body) {
    noted.add(body);
    return Map.of();
  }

  /** And what is announced arrives. */
  private Object announce(String body) {
    List<String> ids =
        List.of(JsonMapper.shared().readTree(body).path("ids").asString().split(","));
    announced.addAll(ids);
    ids.forEach(id -> tracker.put(id, shop.get(id)));
    return Map.of("announced", ids.size());
  }

  private Object range(
      NavigableMap<String, Map<String, Object>> side, String path, HttpExchange asked, int most) {
    String query = asked.getRequestURI().getQuery();
    String to = query.substring(query.indexOf("to=") + 3);
    String after = query.startsWith("after=") ? query.substring(6, query.indexOf('&')) : "";
    List<Map<String, Object>> rows =
        new ArrayList<>(side.subMap(after, false, to, true).values().stream().limit(most).toList());
    String end = rows.size() == most ? rows.get(most - 1).get("id").toString() : to;
    if (side == tracker && !twice.isEmpty() && rows.contains(side.get(id(PLANTED)))) {
      rows.add(twice);
    }
    if (path.endsWith("rows")) {
      return Map.of("end", end, "items", rows);
    }
    long own = rows.stream().filter(it -> it.get("decider").equals("shop")).count();
    return Map.of("end", end, "orders", rows.size(), "shipsItself", own, "digest", rows.toString());
  }

  private static void answer(HttpExchange exchange, Object answer) throws IOException {
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(answer);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
