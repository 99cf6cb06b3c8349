package com.gotracker.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.failfast.ProcessEnd;
import com.gopher.inbound.Inbound;
import com.gopher.inbound.UnreadableRecordException;
import com.gotracker.DatabaseProcess;
import com.gotracker.GoTracker;
import com.gotracker.OrderRecord;
import com.gotracker.Road;
import com.gotracker.shipping.AnnouncedOrder;
import com.gotracker.shipping.AnnouncedOrders;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** Several trackers with one database, which may go away; and one that must not live on. */
@EmbeddedKafka(
    brokerProperties = {
      "auto.create.topics.enable=false",
      "group.initial.rebalance.delay.ms=0",
      "offsets.topic.num.partitions=1"
    })
@Tag("seconds")
class TrackersTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final List<ConfigurableApplicationContext> trackers = new ArrayList<>();
  private String broker = "";
  private DatabaseProcess database;
  private Road road;

  @BeforeEach
  void start(EmbeddedKafkaBroker kafka) throws IOException {
    broker = kafka.getBrokersAsString();
    database = new DatabaseProcess(directory);
    road = new Road(broker);
  }

  @AfterEach
  void stop() {
    trackers.forEach(ConfigurableApplicationContext::close);
    road.close();
    database.kill();
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedForAndNothingIsSetAside() throws IOException {
    ConfigurableApplicationContext tracker = tracker();
    UUID before = UUID.randomUUID();
    awaitTopics();
    road.send(OrderRecord.placed(before));
    awaitAnnounced(before);

    database.kill();
    List<UUID> during = ids(40);
    road.send(during.stream().map(OrderRecord::placed).toArray(OrderRecord[]::new));
    HealthIndicator health = tracker.getBean("inboundHealthIndicator", HealthIndicator.class);
    await().atMost(LONG).until(() -> health.health().getStatus().equals(Status.DOWN));
    assertThat(liveness(tracker)).isEqualTo(LivenessState.CORRECT);

    database.startAgain();

    during.forEach(this::awaitAnnounced);
    assertThat(
            tracker
                .getBean(MeterRegistry.class)
                .get("inbound.batches.redelivered")
                .functionCounter()
                .count())
        .isPositive();
    await().atMost(LONG).until(() -> health.health().getStatus().equals(Status.UP));
    assertThat(road.readAll("shop.orders-dlt")).isEmpty();
  }

  @Test
  void trackersThatComeAndGoLoseAndRepeatNothing() {
    ConfigurableApplicationContext first = tracker();
    awaitTopics();
    List<UUID> orders = new ArrayList<>();
    orders.addAll(place(100));
    ConfigurableApplicationContext second = tracker();
    orders.addAll(place(100));
    awaitPartitions(second);
    orders.addAll(place(100));
    first.close();
    orders.addAll(place(100));

    JdbcClient jdbc = second.getBean(JdbcClient.class);
    awaitRows("tracker.shipment", orders, jdbc);
    assertAnnouncedOnce(orders, jdbc);
  }

  /**
   * A rolling upgrade. What the earlier tracker drops of the shop's orders the new one hears of
   * with their next record; of its own orders nothing is lost or announced twice.
   */
  @Test
  void anEarlierAndANewTrackerInOneGroupLoseAndRepeatNothing() {
    ConfigurableApplicationContext earlier = tracker(EarlierTracker.class);
    awaitTopics();
    List<UUID> orders = new ArrayList<>(place(100));
    List<UUID> shops = ids(100);
    road.send(shops.stream().map(TrackersTest::ofTheShop).toArray(OrderRecord[]::new));
    ConfigurableApplicationContext next = tracker();
    orders.addAll(place(100));
    awaitPartitions(next);
    orders.addAll(place(100));
    earlier.close();
    orders.addAll(place(100));
    road.send(shops.stream().map(it -> ofTheShop(it).then("SHIPPED")).toArray(OrderRecord[]::new));

    JdbcClient jdbc = next.getBean(JdbcClient.class);
    awaitRows("tracker.shipment", orders, jdbc);
    awaitRows("tracker.followed_parcel", shops, jdbc);
    assertAnnouncedOnce(orders, jdbc);
    assertThat(
            road.readAll("tracker.shipments").stream()
                .map(it -> UUID.fromString(Road.text(it.key()))))
        .as("of the shop's orders nothing is announced")
        .doesNotContainAnyElementsOf(shops);
  }

  private static OrderRecord ofTheShop(UUID order) {
    return OrderRecord.placed(order).decidedBy("shop");
  }

  private static void awaitRows(String table, List<UUID> orders, JdbcClient jdbc) {
    await()
        .atMost(LONG)
        .until(
            () ->
                jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE order_id = ANY(?)")
                    .param(orders.toArray(UUID[]::new))
                    .query(Integer.class)
                    .single(),
            known -> known == orders.size());
  }

  private void assertAnnouncedOnce(List<UUID> orders, JdbcClient jdbc) {
    await()
        .atMost(LONG)
        .until(
            () -> jdbc.sql("SELECT COUNT(*) FROM tracker.outbox").query(Long.class).single() == 0);
    List<String> keys = orders.stream().map(UUID::toString).toList();
    List<String> announced =
        road.readAll("tracker.shipments").stream().map(it -> Road.text(it.key())).toList();
    assertThat(announced).containsAll(keys);
    assertThat(announced.stream().filter(keys::contains)).doesNotHaveDuplicates();
  }

  /** Reads records as the version before did (commit e4c49f5): what the shop decides is dropped. */
  @Configuration(proxyBeanMethods = false)
  static class EarlierTracker {

    @Bean
    OrderRecords orderRecords(OrderReader reader, AnnouncedOrders orders, Inbound inbound) {
      return new OrderRecords(reader, orders, inbound) {
        @Override
        @Nullable AnnouncedOrder read(ConsumerRecord<byte[], byte[]> incoming)
            throws UnreadableRecordException {
          AnnouncedOrder order = super.read(incoming);
          return order.decidedByTracker() ? order : null;
        }
      };
    }
  }

  @Test
  void anErrorInTheListenerEndsTheProcess() {
    ConfigurableApplicationContext tracker = tracker(BrokenReader.class);
    awaitTopics();
    road.send(OrderRecord.placed(UUID.randomUUID()));

    AtomicInteger ended = tracker.getBean(AtomicInteger.class);
    await().atMost(LONG).until(() -> ended.get() == 70);
    assertThat(liveness(tracker)).isEqualTo(LivenessState.BROKEN);
  }

  @Test
  void anErrorInTheShippingClockEndsTheProcess() {
    ConfigurableApplicationContext tracker = tracker(BrokenClock.class);

    AtomicInteger ended = tracker.getBean(AtomicInteger.class);
    await().atMost(LONG).until(() -> ended.get() == 70);
    // The clock runs while the start is not over, whose end says that all is well.
    await().atMost(LONG).until(() -> liveness(tracker) == LivenessState.BROKEN);
  }

  /** A fault for the test above: the clock that moves parcels on meets an {@code Error}. */
  @Configuration(proxyBeanMethods = false)
  static class BrokenClock extends Ending {

    @Bean
    Clock clock() {
      return new Clock() {
        @Override
        public Instant instant() {
          if (Thread.currentThread().getName().startsWith("scheduling-")) {
            throw new StackOverflowError("planted by the test");
          }
          return Instant.now();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
    }
  }

  /** A fault for the test before: reading fails as it would on a fault of the process itself. */
  @Configuration(proxyBeanMethods = false)
  static class BrokenReader extends Ending {

    @Bean
    OrderReader orderReader() {
      return new OrderReader() {
        @Override
        OrderState read(byte @Nullable [] key, byte @Nullable [] value) {
          throw new StackOverflowError("planted by the test");
        }
      };
    }
  }

  /** Notes the exit status with which a tracker would have ended. */
  abstract static class Ending {

    @Bean
    AtomicInteger ended() {
      return new AtomicInteger();
    }

    @Bean
    ProcessEnd processEnd(AtomicInteger ended) {
      return ended::set;
    }
  }

  private ConfigurableApplicationContext tracker(Class<?>... more) {
    ConfigurableApplicationContext started =
        new SpringApplicationBuilder(GoTracker.class)
            .sources(more)
            .run(
                "--spring.kafka.bootstrap-servers=" + broker,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.password=of-this-test",
                "--spring.main.allow-bean-definition-overriding=true",
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.consumer.group-id=" + directory.getFileName(),
                "--shipping.preparing=1h",
                "--logging.config=classpath:logback-test.xml",
                "--logging.level.com.gotracker=ERROR",
                "--logging.level.com.gopher=ERROR");
    trackers.add(started);
    return started;
  }

  private List<UUID> place(int orders) {
    List<UUID> ids = ids(orders);
    road.send(ids.stream().map(OrderRecord::placed).toArray(OrderRecord[]::new));
    return ids;
  }

  private static List<UUID> ids(int number) {
    return Stream.generate(UUID::randomUUID).limit(number).toList();
  }

  private void awaitTopics() {
    await().atMost(LONG).until(() -> road.hasTopic("shop.orders"));
  }

  private static void awaitPartitions(ConfigurableApplicationContext tracker) {
    var listeners =
        tracker.getBean(org.springframework.kafka.config.KafkaListenerEndpointRegistry.class);
    await()
        .atMost(LONG)
        .until(
            () -> {
              var container = listeners.getListenerContainer("orders");
              return container != null
                  && container.getAssignedPartitions() != null
                  && !container.getAssignedPartitions().isEmpty();
            });
  }

  private void awaitAnnounced(UUID order) {
    await().atMost(LONG).until(() -> !road.readAll("tracker.shipments", order).isEmpty());
  }

  private static LivenessState liveness(ConfigurableApplicationContext tracker) {
    return tracker.getBean(ApplicationAvailability.class).getLivenessState();
  }
}
