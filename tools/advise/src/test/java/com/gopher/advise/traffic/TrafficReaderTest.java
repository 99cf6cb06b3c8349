package com.gopher.advise.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.traffic.Traffic.ModuleTraffic;
import com.gopher.ownership.structure.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficReaderTest {

  private static final Routes ROUTES =
      Routes.of(
          Map.of(),
          List.of(
              new Route("order", "/api/orders/{id}", "acme.order.OrderController"),
              new Route("order", "/api/orders", "acme.order.OrderController"),
              new Route("tracking", "/api/orders/{id}/parcel", "acme.tracking.ParcelController"),
              new Route("catalog", "/api/products", "acme.catalog.ProductController")),
          Set.of("order", "tracking", "catalog"));

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1 - - [01/Jun/2026:10:00:00 +0000] \"GET /api/orders/7?x=1 HTTP/1.1\" 200 12",
        "::1 - ada [01/Jun/2026:10:00:00 +0000] \"POST /api/orders HTTP/1.1\" 201 12 \"-\" \"curl\" 3",
        "{\"@timestamp\":\"2026-06-01T10:00:00Z\",\"url\":{\"path\":\"/api/orders/7\"}}",
        "{\"time\":\"2026-06-01T10:00:00+00:00\",\"request\":\"GET /api/orders/7 HTTP/1.1\"}",
        "{\"ts\":1780308000.123,\"uri\":\"https://shop.example/api/orders/7\"}",
      })
  void aLineOfEachFormIsRead(String line) throws IOException {
    Traffic traffic = read(line).found().orElseThrow();

    assertThat(traffic.modules()).containsExactly(new ModuleTraffic("order", 1, 1, 1, 1));
    assertThat(traffic.unreadable()).isZero();
  }

  @Test
  void aDumpOfPrometheusIsReadAndHasNoPeak() throws IOException {
    Traffic traffic =
        read("""
                # TYPE http_server_requests_seconds summary
                http_server_requests_seconds_count{method="GET",uri="/api/orders/{id}",status="200"} 1.5E3
                http_server_requests_seconds_sum{method="GET",uri="/api/orders/{id}",status="200"} 9.9
                http_server_requests_seconds_count{uri="/api/products"} 500.0
                jvm_threads_live_threads 21.0
                """)
            .found()
            .orElseThrow();

    assertThat(traffic.modules())
        .containsExactly(
            new ModuleTraffic("order", 1500, 0.75, 3, 0),
            new ModuleTraffic("catalog", 500, 0.25, 1.0 / 3, 0));
  }

  @Test
  void theLongerRouteWins() throws IOException {
    assertThat(read(line("/api/orders/7/parcel", 0)).found().orElseThrow().modules())
        .extracting(ModuleTraffic::module)
        .containsExactly("tracking");
  }

  @Test
  void theWordOfTheUserGoesBeforeAController() throws IOException {
    Routes routes =
        Routes.of(
            Map.of("/api/orders", "catalog"),
            List.of(
                new Route("order", "/api/orders/{id}", "C"),
                new Route("order", "/api/orders", "C")),
            Set.of("order", "catalog"));
    Path log = Files.writeString(directory.resolve("log"), line("/api/orders/7", 0));

    assertThat(new TrafficReader(routes).read(log).found().orElseThrow().modules())
        .extracting(ModuleTraffic::module)
        .containsExactly("catalog");
  }

  @Test
  void thePeakIsTheBusiestMinuteBesideTheMean() throws IOException {
    String log = line("/api/orders", 0) + line("/api/orders", 1) + line("/api/orders", 3).repeat(6);

    assertThat(read(log).found().orElseThrow().modules().get(0).peak()).isEqualTo(3, within(1e-9));
  }

  @Test
  void whatLeadsNowhereAndWhatIsNoRequestIsCounted() throws IOException {
    Traffic traffic =
        read(line("/api/orders", 0)
                + line("/favicon.ico", 0)
                + "garbage\n{broken\n"
                + "x".repeat(100_000))
            .found()
            .orElseThrow();

    assertThat(traffic.unmapped()).isOne();
    assertThat(traffic.unreadable()).isEqualTo(3);
  }

  @Test
  void aFileWithoutRequestsIsUnknown() throws IOException {
    assertThat(read("nothing\n").unknown()).contains("no request that can be read");
  }

  @Test
  void withoutRoutesTrafficIsUnknownAndSaysWhatToType() throws IOException {
    Path log = Files.writeString(directory.resolve("log"), line("/api/orders", 0));
    Routes none = Routes.of(Map.of(), List.of(), Set.of("order"));

    assertThat(new TrafficReader(none).read(log).unknown()).contains("--route PATH=MODULE");
  }

  private Evidence<Traffic> read(String text) throws IOException {
    return new TrafficReader(ROUTES).read(Files.writeString(directory.resolve("log"), text));
  }

  private static String line(String path, int minute) {
    return "127.0.0.1 - - [01/Jun/2026:10:0%s:00 +0000] \"GET %s HTTP/1.1\" 200 12\n"
        .formatted(minute, path);
  }
}
