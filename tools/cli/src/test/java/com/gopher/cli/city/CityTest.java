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
import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The city as a user starts it: real processes of the shipped jars, and a real Kafka. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class CityTest extends OnFreshData {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Many times the shipping times: the order would have moved if anybody could move it. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

  @Test
  void theJourneyOfTheCastleIsTrueInTheCityAndADeadTrackerComesBackAlone() throws Exception {
    Outcome up = launcher.upCity();
    assertThat(up.exit()).as(up.err()).isZero();
    assertThat(up.out()).contains("kafka", "shop", "tracker", "memory");
    Map<String, Long> first = pids();
    assertThat(first).containsOnlyKeys("kafka", "shop", "tracker");
    assertThat(ProcessHandle.of(first.get("kafka")).orElseThrow().info().arguments().orElseThrow())
        .as("each of the city starts with an archive of its classes")
        .anyMatch(option -> option.matches("-XX:(AOTCache|SharedArchiveFile)=.+/app\\.\\w+"));
    assertThat(ResidentMemory.of(launcher.data().running("kafka").orElseThrow()).orElse(0))
        .as("bytes of a broker with a few topics: by Kafka's own settings it has twice as many")
        .isLessThan(260_000_000);

    assertThat(get(launcher.shop().url().resolve("/api/shop")))
        .as("what the front page says of the shape")
        .contains("\"delivery\":\"extracted\",\"messaging\":true");

    Outcome journey = launcher.run("journey", "--patience", "120");
    assertThat(journey.exit()).as(journey.out()).isZero();
    assertThat(launcher.openToOthers()).isEmpty();

    RunningProcess tracker = launcher.data().running("tracker").orElseThrow();
    var watch = new WatchPage(launcher, temporary.resolve("watch.txt"));
    assertThat(watch.post("kill", "tracker")).isEqualTo(200);
    assertThat(tracker.isAlive()).isFalse();
    Outcome status = launcher.run("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out()).containsPattern("tracker .* dead").containsPattern("shop .* ready");

    var shop = new CustomerClient(BaseUrls.of(launcher.shop().url()));
    Order order = placeAnOrder(shop);
    await()
        .during(LONG_ENOUGH)
        .atMost(PATIENCE)
        .until(() -> shop.order(order.id()).status().equals("PLACED"));

    assertThat(launcher.run("rollback").exit()).isZero();
    Outcome cutover = launcher.run("cutover");
    assertThat(cutover.exit()).isEqualTo(1);
    assertThat(cutover.out())
        .contains("No tracker is ready", "The oldest unread record waits")
        .contains("New orders are the shop's (in-process)", "1 of the tracker");

    assertThat(watch.post("revive", "tracker")).as("as ./shop up does").isEqualTo(200);
    watch.end();
    Map<String, Long> second = pids();
    assertThat(second.get("tracker")).as("what is dead is started").isNotEqualTo(tracker.pid());
    assertThat(second.get("shop")).as("what runs is left").isEqualTo(first.get("shop"));
    assertThat(second.get("kafka")).as("what runs is left").isEqualTo(first.get("kafka"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shop.order(order.id()).status()).isEqualTo("DELIVERED"));

    Outcome castle = launcher.run("up", "castle", "--detach");
    assertThat(castle.exit()).isEqualTo(2);
    assertThat(castle.err()).contains("A city runs", "./shop down").doesNotContain("Exception");

    List<RunningProcess> all = launcher.data().running();
    assertThat(launcher.run("down").exit()).isZero();
    assertThat(all).noneMatch(RunningProcess::isAlive);
    assertThat(launcher.data().running()).isEmpty();
  }

  @Test
  void behindAGatewayTheMoveChangesNoAddressAndADeadTrackerIsAnsweredFor() throws Exception {
    Outcome castle = launcher.run("up", "castle", "--gateway", "--detach", "--shop-port", "0");
    assertThat(castle.exit()).as(castle.err()).isZero();
    URI door = launcher.data().running("gateway").orElseThrow().url();
    assertThat(castle.err()).contains("Order a book and watch it: " + door);
    var client = new CustomerClient(BaseUrls.of(door));
    Order first = placeAnOrder(client);
    awaitDelivered(client, first);
    Outcome tooEarly = launcher.run("cutover");
    assertThat(tooEarly.exit()).isEqualTo(1);
    assertThat(tooEarly.out()).contains("not connected to Kafka; ./shop up city");
    assertThat(tooEarly.err()).contains("Nothing was changed").doesNotContain("--force");

    Outcome city = up("--gateway", "--tracker-port", "0", "--kafka-port", "0");
    assertThat(city.err()).contains("goes on shipping new orders itself", "./shop cutover");
    Order held = placeAnOrder(client);
    assertAnsweredInFull(door, first);
    long pid = launcher.data().running("shop").orElseThrow().pid();

    Outcome unseen = launcher.run("cutover", "--longest-wait", "30");
    assertThat(unseen.exit()).isEqualTo(1);
    assertThat(unseen.out()).contains("never found to know the same", "./shop reconcile");
    assertThat(launcher.run("reconcile", "--grace", "2").out())
        .contains(first.id() + ": the tracker does not know it");
    assertThat(launcher.run("backfill").exit()).isZero();
    await()
        .atMost(PATIENCE)
        .until(() -> launcher.run("reconcile", "--grace", "2").out().contains("0. Pending: 0."));

    Outcome cutover = launcher.run("cutover", "--why", "a test", "--longest-wait", "30");

    assertThat(cutover.exit()).as(cutover.out() + cutover.err()).isZero();
    assertThat(cutover.out()).contains("New orders are the tracker's (extracted) since");
    assertThat(launcher.run("cutover").exit()).as("done again without harm").isZero();
    assertThat(launcher.data().running("shop").orElseThrow().pid()).isEqualTo(pid);
    Order trackers = placeAnOrder(client);
    awaitDelivered(client, trackers);
    assertAnsweredInFull(door, first, trackers);
    assertThat(launcher.run("rollback").out()).contains("New orders are the shop's (in-process)");
    Order shops = placeAnOrder(client);
    awaitDelivered(client, shops);
    awaitDelivered(client, held);
    assertAnsweredInFull(door, first, held, trackers, shops);
    assertThat(launcher.run("cutover", "--longest-wait", "30").exit()).isZero();
    assertThat(launcher.run("status").out()).contains("New orders are the tracker's");

    assertThat(client.order(first.id()).status()).isEqualTo("DELIVERED");
    assertAnsweredInFull(door, first, held, trackers, shops);
    Order second = placeAnOrder(client);
    awaitDelivered(client, second);
    Outcome journey = launcher.run("journey", "--patience", "120");
    assertThat(journey.exit()).as(journey.out()).isZero();
    assertThat(get(door.resolve("/actuator/health"))).contains("\"status\":404");

    RunningProcess tracker = launcher.data().running("tracker").orElseThrow();
    launcher.signal("KILL", tracker.pid());
    await().atMost(PATIENCE).until(() -> !tracker.isAlive());
    assertThat(get(door.resolve("/api/tracking/" + second.id())))
        .as("the shop's copy")
        .contains("\"status\":\"DELIVERED\"", "asOf");

    Outcome without = launcher.run("up", "city", "--no-gateway", "--detach");
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("a gateway before it", "Nothing was changed", "./shop down");
    assertThat(client.order(second.id()).status()).isEqualTo("DELIVERED");

    RunningProcess gateway = launcher.data().running("gateway").orElseThrow();
    launcher.signal("KILL", gateway.pid());
    await().atMost(PATIENCE).until(() -> !gateway.isAlive());
    up();
    assertThat(launcher.data().running("gateway").orElseThrow().url())
        .as("what is dead is started, at its place")
        .isEqualTo(door);
    assertThat(client.order(second.id()).status()).isEqualTo("DELIVERED");
  }

  private void awaitDelivered(CustomerClient client, Order order) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(client.order(order.id()).status()).isEqualTo("DELIVERED"));
  }

  /** Whoever delivered them: the one who decided about a parcel knows its whole history. */
  private static void assertAnsweredInFull(URI door, Order... orders) throws Exception {
    for (Order order : orders) {
      assertThat(get(door.resolve("/api/tracking/" + order.id())))
          .containsSubsequence("\"PREPARING\"", "\"SHIPPED\"", "\"DELIVERED\"");
    }
  }

  private Outcome up(String... options) throws Exception {
    var arguments = new ArrayList<>(List.of("up", "city", "--detach"));
    arguments.addAll(List.of(options));
    Outcome up = launcher.run(arguments.toArray(String[]::new));
    assertThat(up.exit()).as(up.err()).isZero();
    return up;
  }

  private static String get(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }

  private Map<String, Long> pids() {
    return launcher.data().running().stream()
        .collect(Collectors.toMap(RunningProcess::name, RunningProcess::pid));
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
