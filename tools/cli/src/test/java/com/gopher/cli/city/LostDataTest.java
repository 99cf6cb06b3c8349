package com.gopher.cli.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher;
import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.ShopCommand;
import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.CustomerClient;
import com.gopher.cli.journey.CustomerClient.Address;
import com.gopher.cli.journey.CustomerClient.Customer;
import com.gopher.cli.journey.CustomerClient.Line;
import com.gopher.cli.journey.CustomerClient.Order;
import com.gopher.cli.journey.JourneyEnded;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was stored is lost, in Kafka or in a database, and no order waits for ever because of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("seconds")
class LostDataTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Address ADDRESS = new Address("Burrow Lane 7", "10115", "Berlin", "Germany");

  private Launcher launcher;
  private ShopCommand command;

  @BeforeAll
  void startACity(@TempDir Path directory) throws Exception {
    launcher = new Launcher(directory.resolve("data"));
    command = new ShopCommand(directory.resolve("data"));
    Outcome up = launcher.upCity();
    assertThat(up.exit()).as(up.err()).isZero();
  }

  @AfterAll
  void endIt() throws Exception {
    launcher.run("down");
  }

  @Test
  void ordersOfADeletedTopicAreAnnouncedAgainAndTheTopicIsMadeAgain() throws Exception {
    Order order = placeAnOrderThatOnlyKafkaHas();

    deleteTheTopics();
    bringUp();

    awaitDelivery(order);
  }

  @Test
  void ordersOfALostKafkaAreAnnouncedAgain() throws Exception {
    Order order = placeAnOrderThatOnlyKafkaHas();

    launcher.run("down");
    delete(launcher.data().root().resolve("kafka"));
    bringUp();

    awaitDelivery(order);
    assertThat(Files.readString(launcher.data().log("shop")))
        .contains("Kafka has lost", "Announced again");
  }

  @Test
  void aTrackerWithoutItsDatabaseTakesBackWhatItAnnouncedAndReadsEverythingElseAgain()
      throws Exception {
    Order delivered = placeAnOrder();
    awaitDelivery(delivered);
    Order waiting = placeAnOrderThatOnlyKafkaHas();

    Files.delete(launcher.data().root().resolve("tracker/tracker.mv.db"));
    Outcome refused = launcher.run("up", "city", "--detach");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("tracker.mv.db is missing", "--new-tracker-database");
    bringUp("--new-tracker-database");

    awaitDelivery(waiting);
    var tracker = new CustomerClient(new BaseUrls(launcher.shop().url(), url("tracker")));
    assertThat(tracker.parcelOf(delivered))
        .as("a parcel that was sent is not prepared again")
        .isEqualTo(shop().parcelOf(delivered));
  }

  @Test
  void aShopRestoredFromACopyTakesBackWhatItAnnouncedAndHearsAgainWhatItWasTold() throws Exception {
    Order open = placeAnOrderThatOnlyKafkaHas();
    launcher.run("down");
    Path database = launcher.data().root().resolve("shop.mv.db");
    byte[] copy = Files.readAllBytes(database);
    bringUp();
    awaitDelivery(open);
    Order later = placeAnOrderOf(open.customerId());
    awaitDelivery(later);

    launcher.run("down");
    Files.write(database, copy);
    bringUp();

    awaitDelivery(open);
    awaitDelivery(later);
    await().atMost(PATIENCE).until(() -> shop().invoicesOf(later).size() == 1);
    awaitDelivery(placeAnOrder());
  }

  @Test
  void anOrderThatGotLostBetweenTheTwoIsCountedAndIsDeliveredWhenItIsAnnouncedAgain()
      throws Exception {
    Order order = placeAnOrderThatOnlyKafkaHas();
    deleteTheRecords();
    bringUp();

    await().atMost(PATIENCE).until(() -> counted("openOrders") == 1);
    assertThat(counted("unknownToTracker")).isEqualTo(1);
    assertThat(shop().order(order.id()).status()).as("as long as nobody asks").isEqualTo("PLACED");

    Outcome resent = command.run("resend");

    assertThat(resent.out()).as(resent.err()).contains("Announced again: 1");
    awaitDelivery(order);
    await().atMost(PATIENCE).until(() -> counted("unknownToTracker") == 0);
  }

  private long counted(String what) {
    return JsonMapper.shared()
        .readTree(command.run("status", "--json").out())
        .path("reconciliation")
        .path(what)
        .asLong(-1);
  }

  /** As a topic whose records are kept for too short a time does, and its id stays. */
  private void deleteTheRecords() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", url("kafka").getAuthority()))) {
      var all = new HashMap<TopicPartition, RecordsToDelete>();
      admin
          .describeTopics(List.of("shop.orders"))
          .allTopicNames()
          .get()
          .get("shop.orders")
          .partitions()
          .forEach(
              it ->
                  all.put(
                      new TopicPartition("shop.orders", it.partition()),
                      RecordsToDelete.beforeOffset(-1)));
      admin.deleteRecords(all).all().get();
    }
  }

  /** The shop has sent it, and the tracker is dead. */
  private Order placeAnOrderThatOnlyKafkaHas() throws Exception {
    RunningProcess tracker = launcher.data().running("tracker").orElseThrow();
    launcher.signal("KILL", tracker.pid());
    await().atMost(PATIENCE).until(() -> !tracker.isAlive());
    Order order = placeAnOrder();
    await().atMost(PATIENCE).until(() -> waiting() == 0);
    return order;
  }

  private Order placeAnOrder() {
    CustomerClient shop = shop();
    return placeAnOrderOf(shop.register("Ada Gopher", "ada@gopher.example", ADDRESS).id());
  }

  private Order placeAnOrderOf(String customerId) {
    CustomerClient shop = shop();
    return shop.place(
        new Customer(customerId, "Ada Gopher", ADDRESS),
        List.of(new Line(shop.products().get(0).sku(), 1)));
  }

  private long waiting() {
    JsonNode status =
        JsonMapper.shared().readTree(command.run("status", "--json").out()).path("processes");
    for (JsonNode process : status) {
      if (process.path("name").asString().equals("shop")) {
        return process.at("/health/components/outbox/details/backlog").asLong(-1);
      }
    }
    return -1;
  }

  private void deleteTheTopics() throws Exception {
    String kafka = url("kafka").getAuthority();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin.deleteTopics(List.of("shop.orders", "tracker.shipments")).all().get();
    }
  }

  private void bringUp(String... options) throws Exception {
    var arguments = new ArrayList<>(List.of("up", "city", "--detach", "--ready-within", "300"));
    arguments.addAll(List.of(options));
    Outcome up = launcher.run(arguments.toArray(String[]::new));
    assertThat(up.exit()).as(up.err()).isZero();
  }

  private void awaitDelivery(Order order) {
    CustomerClient shop = shop();
    // A shop that was restored does not know it at first.
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(JourneyEnded.class)
        .until(() -> shop.order(order.id()).status().equals("DELIVERED"));
  }

  private URI url(String process) {
    return launcher.data().running(process).orElseThrow().url();
  }

  private CustomerClient shop() {
    return new CustomerClient(BaseUrls.of(launcher.shop().url()));
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
