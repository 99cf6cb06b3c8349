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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A city goes into shadow, is compared, and moves when enough orders were tried. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class ShadowCityTest extends OnFreshData {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void ordersAreTriedAndComparedBeforeTheTrackerGetsThem() throws Exception {
    Outcome up =
        launcher.run(
            "up",
            "city",
            "--detach",
            "--delivery",
            "in-process",
            "--shop-port",
            "0",
            "--tracker-port",
            "0",
            "--kafka-port",
            "0");
    assertThat(up.exit()).as(up.err()).isZero();
    var client = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    placeAnOrder(client);
    assertThat(launcher.run("shadow").out()).as("none is marked").contains("Orders tried: 0.");

    Outcome begin = launcher.run("shadow", "--begin", "--why", "a test");
    assertThat(begin.exit()).as(begin.err()).isZero();
    assertThat(begin.out()).contains("New orders are the shop's (shadow) since");
    placeAnOrder(client);
    placeAnOrder(client);
    Order regretted = placeAnOrder(client);
    client.requestCancellation(regretted);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode report = report();
              assertThat(report.path("tried").asInt()).isEqualTo(3);
              assertThat(report.path("other").asInt()).as("%s", report).isZero();
              assertThat(report.path("notYet").asInt()).as("%s", report).isZero();
            });
    assertThat(launcher.run("shadow").out()).contains("Orders tried: 3.", "DELIVERED", "p99");
    assertThat(launcher.run("status").out()).contains("0 of the tracker");

    Outcome reconcile = launcher.run("reconcile");
    assertThat(reconcile.exit()).as(reconcile.out() + reconcile.err()).isZero();
    Outcome refused = launcher.run("cutover", "--longest-wait", "30");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).contains("3 of the 200 that --tried asks for");
    Outcome cutover = launcher.run("cutover", "--longest-wait", "30", "--tried", "3");
    assertThat(cutover.exit()).as(cutover.out() + cutover.err()).isZero();
    placeAnOrder(client);
    assertThat(report().path("tried").asInt()).as("the tracker's own is none").isEqualTo(3);
  }

  private JsonNode report() throws Exception {
    return JsonMapper.shared().readTree(launcher.run("shadow", "--json").out());
  }

  private static Order placeAnOrder(CustomerClient shop) {
    var customer =
        shop.register(
            "Ada Gopher",
            "ada@gopher.example",
            new Address("Burrow Lane 7", "10115", "Berlin", "Germany"));
    return shop.place(customer, List.of(new Line(shop.products().get(0).sku(), 1)));
  }
}
