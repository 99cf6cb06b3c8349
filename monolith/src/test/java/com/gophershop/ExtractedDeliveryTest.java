package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.inbound.Inbound;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.modulith.events.core.EventPublicationRegistry;

/** The shop with its shipping moved out; the tracker is played by the test. */
@EmbeddedKafka(
    // Not the shop's own property: a shop without Kafka must not know where it is.
    bootstrapServersProperty = "broker.of.this.test",
    brokerProperties = {
      "auto.create.topics.enable=false",
      "group.initial.rebalance.delay.ms=0",
      "offsets.topic.num.partitions=1"
    })
@Tag("seconds")
class ExtractedDeliveryTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String PREPARED = step("PREPARING", 1);
  private static final String SHIPPED = step("SHIPPED", 2);
  private static final String DELIVERED = step("DELIVERED", 3);
  private static final String CANCELLED = step("CANCELLED", 2);

  @TempDir Path directory;

  private String broker = "";
  private KafkaProducer<byte[], byte[]> tracker;
  private ConfigurableApplicationContext running;
  private ShopClient shop;

  @BeforeEach
  void start(EmbeddedKafkaBroker kafka) {
    broker = kafka.getBrokersAsString();
    tracker =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    running = shop("--shop.delivery=extracted", "--spring.kafka.bootstrap-servers=" + broker);
    shop = client(running);
  }

  @AfterEach
  void stop() throws Exception {
    tracker.close();
    running.close();
    forgetTheOrders();
  }

  /** The next shop has a new database, and would take these orders back into it. */
  private void forgetTheOrders() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      if (!admin.listTopics().names().get().contains("shop.orders")) {
        // A shop that ended before it announced anything.
        return;
      }
      Map<TopicPartition, RecordsToDelete> all =
          admin.describeTopics(List.of("shop.orders")).allTopicNames().get().values().stream()
              .flatMap(topic -> topic.partitions().stream())
              .map(partition -> new TopicPartition("shop.orders", partition.partition()))
              .collect(
                  Collectors.toMap(
                      Function.identity(), partition -> RecordsToDelete.beforeOffset(-1)));
      admin.deleteRecords(all).all().get();
    }
  }

  @Test
  void anOrderFollowsWhatTheTrackerTells() {
    String order = shop.newOrder();
    assertThat(awaitRecord("shop.orders", order, 1))
        .contains("\"decider\":\"tracker\"", "\"status\":\"PLACED\"", "\"sequence\":1");

    tell(order, 1, "PREPARING", PREPARED);
    shop.awaitTracking(order, "PREPARING");
    assertThat(shop.get("/api/orders/" + order).text("/status")).isEqualTo("PLACED");
    tell(order, 3, "DELIVERED", PREPARED, SHIPPED, DELIVERED);
    shop.awaitOrder(order, "DELIVERED");
    // An older record that comes late changes nothing.
    tell(order, 2, "SHIPPED", PREPARED, SHIPPED);
    tell(order, 3, "DELIVERED", PREPARED, SHIPPED, DELIVERED);

    assertThat(shop.get("/api/tracking/" + order).json().get("history")).hasSize(3);
    ShopClient.eventually(
        () -> records("shop.orders", order),
        sent -> sent.get(sent.size() - 1).contains("\"status\":\"DELIVERED\""));
  }

  @Test
  void itsNewsWaitForListenersThatAreBehind() {
    var heard =
        running.getBean(KafkaListenerEndpointRegistry.class).getListenerContainer("shipments");

    assertThat(heard)
        .extracting("batchInterceptor")
        .isSameAs(running.getBean(BatchInterceptor.class));
  }

  @Test
  void aCancellationIsTheTrackersToGrant() {
    String order = shop.newOrder();
    shop.cancel(order).is(202);
    assertThat(awaitRecord("shop.orders", order, 2)).contains("\"status\":\"CANCELLING\"");
    assertThat(shop.get("/api/orders/" + order).text("/status")).isEqualTo("CANCELLING");

    tell(order, 2, "CANCELLED", CANCELLED);

    shop.awaitOrder(order, "CANCELLED");
    ShopClient.eventually(
        () -> shop.get("/api/invoices?orderId=" + order).text("/items/0/creditNote/id"),
        id -> id != null && !id.isEmpty());
  }

  @Test
  void whatCannotBeReadIsSetAsideAndWhatFollowsIsRead() {
    String order = shop.newOrder();
    awaitRecord("shop.orders", order, 1);
    byte[] garbage = {(byte) 0xff, 0, '{'};
    send(new ProducerRecord<>("tracker.shipments", 0, utf8(order), garbage));
    send(
        new ProducerRecord<>(
            "tracker.shipments", 0, utf8(order), shipment(order, 1, "PREPARING", PREPARED)));

    shop.awaitTracking(order, "PREPARING");
    ConsumerRecord<byte[], byte[]> dead =
        ShopClient.eventually(
                () ->
                    read("tracker.shipments-dlt").stream()
                        .filter(it -> text(it.key()).equals(order))
                        .toList(),
                found -> !found.isEmpty())
            .get(0);
    assertThat(dead.value()).isEqualTo(garbage);
    assertThat(text(dead.headers().lastHeader("dlt_reason").value())).contains("not valid JSON");
    assertThat(text(dead.headers().lastHeader("dlt_reader").value())).isEqualTo("gopher-shop");
    // The letter can be read before the shop has heard that the broker has it.
    assertThat(
            ShopClient.eventually(
                () ->
                    running
                        .getBean(MeterRegistry.class)
                        .get("inbound.records")
                        .tag("outcome", "unreadable")
                        .functionCounter()
                        .count(),
                counted -> counted >= 1))
        .isEqualTo(1);
  }

  @Test
  void theTraceOfTheRequestTravelsWithTheRecord() {
    String customer = shop.newCustomer();
    String order =
        shop.post("/api/orders", ShopClient.orderOf(customer, "GS-1001", 1), "traceparent", TRACE)
            .is(201)
            .text("/id");
    awaitRecord("shop.orders", order, 1);

    ConsumerRecord<byte[], byte[]> sent =
        read("shop.orders").stream()
            .filter(it -> text(it.key()).equals(order))
            .findFirst()
            .orElseThrow();
    assertThat(text(sent.headers().lastHeader("traceparent").value())).isEqualTo(TRACE);
    assertThat(text(sent.headers().lastHeader("ce_type").value())).isEqualTo("shop.order.placed");
  }

  @Test
  void openOrdersAreAnnouncedAgainOnlyForWhoMayAndOnlySoManyAtOnce() throws Exception {
    String order = shop.newOrder();
    awaitRecord("shop.orders", order, 1);
    String token = Files.readString(directory.resolve("management-token"));

    assertThat(announceAgain(order)).startsWith("HTTP/1.1 401");
    String tooMany = String.join(",", Collections.nCopies(1_001, order));
    for (String ids : List.of(tooMany, order + ",17", order + "," + order + "x")) {
      assertThat(announceAgain(ids, "Authorization", "Bearer " + token))
          .startsWith("HTTP/1.1 400")
          .contains("nothing was announced");
    }
    assertThat(shop.getFromManagement("/actuator/openorders?after=17").status()).isEqualTo(400);

    assertThat(announceAgain(order, "Authorization", "Bearer " + token))
        .as("the same is done for who may")
        .startsWith("HTTP/1.1 200")
        .contains("{\"announced\":1}");
    awaitRecord("shop.orders", order, 2);
    assertThat(records("shop.orders", order))
        .as("in one partition, so what was announced before would stand before")
        .hasSize(2);
  }

  private String announceAgain(String ids, String... header) {
    RawHttp request =
        RawHttp.to(shop.managementPort(), "POST", "/actuator/openorders")
            .header("Content-Type", "application/json")
            .body("{\"ids\":\"" + ids + "\"}");
    if (header.length == 2) {
      request.header(header[0], header[1]);
    }
    return request.send();
  }

  @Test
  void aShopThatWouldForgetTheTrackersOrdersDoesNotStart() {
    shop.newOrder();
    shop.newOrder();
    running.close();

    assertThatThrownBy(() -> shop("--shop.delivery=in-process"))
        .hasStackTraceContaining("The tracker still holds 2 open orders");
    assertThatThrownBy(() -> shop())
        .hasStackTraceContaining("the tracker, which holds 2 open orders, would never hear");
  }

  @Test
  void aShopThatShipsItselfAgainFollowsTheTrackersOrdersAsLongAsItHearsOfThem() {
    String before = shop.newOrder();
    awaitRecord("shop.orders", before, 1);
    running.close();

    running = shop("--shop.delivery=in-process", "--spring.kafka.bootstrap-servers=" + broker);
    shop = client(running);
    String after = shop.newOrder();
    tell(before, 3, "DELIVERED", PREPARED, SHIPPED, DELIVERED);

    shop.awaitOrder(before, "DELIVERED");
    shop.awaitTracking(after, "PREPARING");
    assertThat(awaitRecord("shop.orders", after, 1)).contains("\"decider\":\"shop\"");
  }

  @Test
  void withARoadTheModeIsChangedAndChangedBackWhileItRuns() throws Exception {
    String first = shop.newOrder();

    assertThat(change("in-process")).contains("\"changed\":true", "\"by\":\"ada\"");
    String second = shop.newOrder();
    assertThat(change("extracted")).contains("\"changed\":true");
    String third = shop.newOrder();

    assertThat(awaitRecord("shop.orders", first, 1)).contains("\"decider\":\"tracker\"");
    assertThat(awaitRecord("shop.orders", second, 1)).contains("\"decider\":\"shop\"");
    assertThat(awaitRecord("shop.orders", third, 1)).contains("\"decider\":\"tracker\"");
    var state = shop.getFromManagement("/actuator/delivery").is(200).json();
    assertThat(state.path("connected").asBoolean()).isTrue();
    assertThat(state.at("/openOrders/tracker").asLong()).isEqualTo(2);
    assertThat(state.path("history")).hasSize(3);
  }

  @Test
  void aRestartWithoutAWishKeepsTheModeThatIsStored() {
    running.close();

    running =
        shop("--shop.delivery-at-first=in-process", "--spring.kafka.bootstrap-servers=" + broker);
    shop = client(running);

    assertThat(shop.get("/api/shop").text("/delivery")).isEqualTo("extracted");
    assertThat(awaitRecord("shop.orders", shop.newOrder(), 1)).contains("\"decider\":\"tracker\"");
  }

  @Test
  void ordersOfTheTrackerThatAreSettledKeepNoShopFromStartingAlone() {
    String order = shop.newOrder();
    tell(order, 2, "CANCELLED", CANCELLED);
    shop.awaitOrder(order, "CANCELLED");
    // What the order's end causes is done before the shop is stopped.
    ShopClient.eventually(
        () -> running.getBean(EventPublicationRegistry.class).findIncompletePublications().size(),
        left -> left == 0);
    running.close();

    running = shop("--shop.delivery=in-process");

    assertThat(running.getBeansOfType(org.springframework.kafka.core.KafkaAdmin.class)).isEmpty();
    String inProcess = client(running).newOrder();
    client(running).awaitTracking(inProcess, "PREPARING");
    assertThat(running.getBeansOfType(Inbound.class)).isEmpty();
  }

  private ConfigurableApplicationContext shop(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--shop.data-dir=" + directory);
    arguments.add("--server.port=0");
    arguments.add("--management.server.port=0");
    arguments.add("--spring.kafka.consumer.group-id=" + directory.getFileName());
    arguments.add("--spring.main.log-startup-info=false");
    return new SpringApplicationBuilder(GopherShop.class).run(arguments.toArray(String[]::new));
  }

  private static ShopClient client(ConfigurableApplicationContext shop) {
    var environment = shop.getEnvironment();
    return new ShopClient(
        environment.getRequiredProperty("local.server.port", Integer.class),
        environment.getRequiredProperty("local.management.port", Integer.class),
        new MovableClock());
  }

  private String change(String mode) throws IOException {
    return RawHttp.to(shop.managementPort(), "POST", "/actuator/delivery")
        .header("Content-Type", "application/json")
        .header(
            "Authorization",
            "Bearer " + Files.readString(directory.resolve("management-token")).strip())
        .body("{\"mode\":\"" + mode + "\",\"by\":\"ada\",\"reason\":\"a test\"}")
        .send();
  }

  private void tell(String order, int sequence, String status, String... history) {
    send(
        new ProducerRecord<>(
            "tracker.shipments", utf8(order), shipment(order, sequence, status, history)));
  }

  private static byte[] shipment(String order, int sequence, String status, String... history) {
    return utf8(
        """
        {"orderId":"%s","sequence":%d,"decider":"tracker","trackingNumber":"GT-1","status":"%s",\
        "history":[%s]}"""
            .formatted(order, sequence, status, String.join(",", history)));
  }

  private static String step(String status, int sequence) {
    return "{\"status\":\"%s\",\"sequence\":%d,\"at\":\"2026-11-22T12:00:0%d.000Z\"}"
        .formatted(status, sequence, sequence);
  }

  private void send(ProducerRecord<byte[], byte[]> shipment) {
    ShopClient.eventually(
        () -> tracker.send(shipment).get().hasOffset(), acknowledged -> acknowledged);
  }

  /** The newest of at least so many records of a key. */
  private String awaitRecord(String topic, String key, int atLeast) {
    List<String> sent =
        ShopClient.eventually(() -> records(topic, key), found -> found.size() >= atLeast);
    return sent.get(sent.size() - 1);
  }

  private List<String> records(String topic, String key) {
    return read(topic).stream()
        .filter(it -> text(it.key()).equals(key))
        .map(it -> text(it.value()))
        .toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", broker, "allow.auto.create.topics", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
      }
      return read;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
