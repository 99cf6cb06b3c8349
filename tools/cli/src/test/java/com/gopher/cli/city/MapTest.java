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
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A city whose gateway asks a registry where the trackers are. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class MapTest extends OnFreshData {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int READS = 20;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theGatewayFindsTrackersByTheMapAndGoesOnWhenTheMapIsGone() throws Exception {
    up(
        "--gateway",
        "--map",
        "eureka",
        "--trackers",
        "2",
        "--shop-port",
        "0",
        "--tracker-port",
        "0",
        "--kafka-port",
        "0");
    URI parcel = parcelOfADeliveredOrder();
    awaitATracker(parcel);

    kill(City.REGISTRY);
    for (int read = 0; read < READS; read++) {
      assertThat(isFromATracker(parcel)).as("what it knows it goes on to know").isTrue();
    }
    Outcome status = launcher.run("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out()).containsPattern("registry .*dead");

    RunningProcess gateway = process(City.GATEWAY);
    up("--trackers", "3");
    assertThat(process(City.REGISTRY).isAlive()).as("the city keeps its map").isTrue();
    assertThat(process(City.GATEWAY).pid())
        .as("nobody has to tell the gateway of the third tracker")
        .isEqualTo(gateway.pid());
    kill("tracker");
    kill("tracker-2");
    awaitATracker(parcel);

    kill("tracker-3");
    assertThat(isFromATracker(parcel)).as("now it is the shop that answers").isFalse();

    up("--map", "list");
    assertThat(launcher.data().running(City.REGISTRY)).isEmpty();
    assertThat(process(City.GATEWAY).pid())
        .as("without a map it has to be told, which takes a start")
        .isNotEqualTo(gateway.pid());
    awaitATracker(parcel);
  }

  @Test
  void aMapThatNobodyWouldAskIsRefused() throws Exception {
    Outcome city = launcher.run("up", "city", "--map", "eureka", "--detach");
    assertThat(city.exit()).isEqualTo(2);
    assertThat(city.err())
        .contains("Nobody but a gateway asks a map", "Nothing was changed", "--gateway");

    Outcome castle = launcher.run("up", "castle", "--map", "eureka", "--detach");
    assertThat(castle.exit()).isEqualTo(2);
    assertThat(castle.err()).contains("--map", "belong to ./shop up city");

    Outcome unknown = launcher.run("up", "city", "--gateway", "--map", "paper", "--detach");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("expected one of [list, eureka]");
    assertThat(launcher.data().running()).isEmpty();
  }

  /** It is put on the class paths of started processes, when somebody asks for it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "monolith/target/gopher-shop.jar",
        "extracted-tracker/target/gotracker.jar",
        "gateway/target/gateway.jar"
      })
  void whatOnlyAMapOrTracesNeedIsInNoProgram(String program) throws IOException {
    try (var jar = new JarFile(Path.of("..", "..", program).toFile())) {
      List<String> libraries =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
              .toList();

      assertThat(libraries).anyMatch(name -> name.contains("spring-core"));
      assertThat(libraries).noneMatch(MapTest::isFetched);
    }
  }

  /** The control. */
  @ParameterizedTest
  @ValueSource(strings = {"eureka-client-2.0.5.jar", "zipkin-server-3.5.1.jar", "tracing.jar"})
  void whatIsFetchedWouldBeSeen(String library) {
    assertThat(isFetched("BOOT-INF/lib/" + library)).isTrue();
  }

  private static boolean isFetched(String library) {
    return library.matches(".*/(.*(eureka|zipkin|brave|opentelemetry|tracing).*)\\.jar");
  }

  private URI parcelOfADeliveredOrder() {
    URI door = process(City.GATEWAY).url();
    var client = new CustomerClient(BaseUrls.of(door));
    var ada =
        client.register(
            "Ada Gopher",
            "ada@gopher.example",
            new Address("Burrow Lane 7", "10115", "Berlin", "Germany"));
    Order order = client.place(ada, List.of(new Line(client.products().get(0).sku(), 1)));
    await().atMost(PATIENCE).until(() -> client.order(order.id()).status().equals("DELIVERED"));
    return door.resolve("/api/tracking/" + order.id());
  }

  private void awaitATracker(URI parcel) {
    await().atMost(PATIENCE).until(() -> isFromATracker(parcel));
  }

  /** A tracker says what is so now, the shop when it last heard of it. No read ever fails. */
  private boolean isFromATracker(URI parcel) throws IOException, InterruptedException {
    Instant asked = Instant.now();
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(parcel).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String asOf = JsonMapper.shared().readTree(answer.body()).path("asOf").asString();
    return !Instant.parse(asOf).isBefore(asked.minusMillis(1));
  }

  private void kill(String name) throws IOException, InterruptedException {
    RunningProcess process = process(name);
    launcher.signal("KILL", process.pid());
    await().atMost(PATIENCE).until(() -> !process.isAlive());
  }

  private RunningProcess process(String name) {
    return launcher.data().running(name).orElseThrow();
  }

  private void up(String... options) throws Exception {
    var arguments = new ArrayList<>(List.of("up", "city", "--detach"));
    arguments.addAll(List.of(options));
    Outcome up = launcher.run(arguments.toArray(String[]::new));
    assertThat(up.exit()).as(up.err()).isZero();
  }
}
