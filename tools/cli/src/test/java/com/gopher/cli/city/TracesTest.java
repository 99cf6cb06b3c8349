package com.gopher.cli.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.OnFreshData;
import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.CustomerClient;
import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Line;
import com.gopher.cli.journey.CustomerClient.Order;
import com.gopher.launcher.jvm.Jdk;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One order's way through a city, read from where its spans are kept. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class TracesTest extends OnFreshData {

  /** Of what makes spans, ours and libraries'; not what Kafka brings along under another name. */
  private static final Pattern TRACING =
      Pattern.compile(
          "[ |-]*(com\\.gopher\\.tracing|io\\.opentelemetry|io\\.micrometer\\.tracing|brave)\\..*");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  @Tag("seconds")
  void oneTraceGoesFromTheRequestOverOutboxKafkaAndTrackerAndBack() throws Exception {
    try (var memory = new SpansInMemory()) {
      up("--traces-to", memory.url());
      assertTheWayOfAnOrderIsOneTrace();
      assertThat(launcher.data().running())
          .extracting(it -> it.name())
          .containsExactly("kafka", "shop", "tracker");
      assertThat(tracingClassesIn("shop")).isNotEmpty();
      assertThat(tracingClassesIn("tracker")).isNotEmpty();

      up();
      Order untraced = placeAnOrder();
      awaitDelivered(untraced);
      assertThat(memory.tracesOf("order=" + untraced.id()))
          .as("off unless asked for")
          .isEqualTo("[]");
      Outcome forgotten = launcher.run("trace", untraced.id());
      assertThat(forgotten.exit()).isEqualTo(2);
      assertThat(forgotten.err())
          .as("a start without forgets who kept the traces of an earlier one")
          .contains("it was started without");
      assertThat(tracingClassesIn("shop")).as("no cost when off").isEmpty();
      assertThat(tracingClassesIn("tracker")).as("no cost when off").isEmpty();
    }
  }

  /** Fetches 131 MB when it runs for the first time. */
  @Test
  @Tag("long")
  void zipkinItselfKeepsTheTrace() throws Exception {
    up("--traces");
    assertTheWayOfAnOrderIsOneTrace();
  }

  @Test
  @Tag("seconds")
  void whoKeepsNoTracesIsTold() throws Exception {
    Outcome none = launcher.run("trace", "019aadf3-1b2a-7d10-8c44-9a0e4d1c7f52");

    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err())
        .contains("it was started without", "--traces")
        .doesNotContain("Exception");
  }

  private void assertTheWayOfAnOrderIsOneTrace() throws Exception {
    Order order = placeAnOrder();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Outcome trace = launcher.run("trace", order.id());
              assertThat(trace.exit()).as(trace.err()).isZero();
              assertThat(trace.out().lines().filter(line -> line.startsWith("trace "))).hasSize(1);
              assertThat(withoutFigures(trace.out()))
                  .containsSubsequence(
                      "POST /api/orders (shop)",
                      "  outbox to shop.orders (shop)",
                      "    Kafka shop.orders (tracker)",
                      "  outbox to tracker.shipments (tracker)",
                      "    Kafka tracker.shipments (shop)");
            });
  }

  /** Zipkin writes names in lower case. */
  private static List<String> withoutFigures(String tree) {
    return tree.lines()
        .map(line -> line.replaceFirst("^ *[-0-9.]+ ms +[0-9.]+ ms  ", ""))
        .map(line -> line.replace("post /api", "POST /api").replace("kafka ", "Kafka "))
        .toList();
  }

  /** Those of all that makes spans which a running process has loaded. */
  private List<String> tracingClassesIn(String process) throws Exception {
    Path jcmd = Path.of(Jdk.current().java()).resolveSibling("jcmd");
    long pid = launcher.data().running(process).orElseThrow().pid();
    Process asked =
        new ProcessBuilder(jcmd.toString(), "" + pid, "VM.class_hierarchy")
            .redirectErrorStream(true)
            .start();
    List<String> classes =
        new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(asked.waitFor()).isZero();
    assertThat(classes).as("the classes of %s", process).hasSizeGreaterThan(1_000);
    return classes.stream().filter(TRACING.asMatchPredicate()).toList();
  }

  private void awaitDelivered(Order order) {
    var shop = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    await().atMost(PATIENCE).until(() -> shop.order(order.id()).status().equals("DELIVERED"));
  }

  private Order placeAnOrder() {
    var shop = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    var ada =
        shop.register(
            "Ada Gopher",
            "ada@gopher.example",
            new Address("Burrow Lane 7", "10115", "Berlin", "Germany"));
    return shop.place(ada, List.of(new Line(shop.products().get(0).sku(), 1)));
  }

  private void up(String... more) throws Exception {
    List<String> command =
        List.of(
            "up",
            "city",
            "--detach",
            "--shop-port",
            "0",
            "--tracker-port",
            "0",
            "--kafka-port",
            "0",
            "--ready-within",
            "300");
    Outcome up =
        launcher.run(Stream.concat(command.stream(), Arrays.stream(more)).toArray(String[]::new));
    assertThat(up.exit()).as(up.err()).isZero();
  }

  /** What of Zipkin's API spans and the command need. */
  private static final class SpansInMemory implements AutoCloseable {

    private final List<JsonNode> spans = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    SpansInMemory() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/api/v2/spans", this::take);
      server.createContext(
          "/api/v2/traces",
          exchange -> {
            String query = exchange.getRequestURI().getQuery();
            answer(exchange, 200, tracesOf(query.replaceFirst(".*annotationQuery=", "")));
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
      JsonMapper.shared().readTree(exchange.getRequestBody()).forEach(spans::add);
      answer(exchange, 202, "");
    }

    /** All spans of the traces in which one has this tag. */
    String tracesOf(String tag) {
      String[] words = tag.split("=");
      List<JsonNode> all = List.copyOf(spans);
      return JsonMapper.shared()
          .writeValueAsString(
              all.stream()
                  .filter(span -> span.path("tags").path(words[0]).asString("").equals(words[1]))
                  .map(span -> span.path("traceId").asString())
                  .distinct()
                  .map(
                      id ->
                          all.stream()
                              .filter(span -> span.path("traceId").asString().equals(id))
                              .toList())
                  .toList());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
