package com.gotracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

@TrackerTest
class GoTrackerTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private Road road;
  private RestClient http;

  @BeforeEach
  void open(@Value("${spring.embedded.kafka.brokers}") String broker, @LocalServerPort int port) {
    road = new Road(broker);
    http =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
            .build();
    // The topics are the tracker's to make: who sends at once would be ahead of it.
    await().atMost(Duration.ofMinutes(1)).until(this::areTheTopicsMade);
  }

  private boolean areTheTopicsMade() {
    return road.hasTopic("shop.orders") && road.hasTopic("tracker.shipments");
  }

  @AfterEach
  void close() {
    road.close();
  }

  @Test
  void anOrderIsPreparedAndTheShopIsTold() {
    UUID order = UUID.randomUUID();
    road.send(OrderRecord.placed(order).tracedAs(TRACE));

    ConsumerRecord<byte[], byte[]> announced = awaitAnnounced(order, 1).get(0);

    assertThat(Road.text(announced.value()))
        .contains(
            "\"orderId\":\"%s\",\"sequence\":1,\"decider\":\"tracker\"".formatted(order),
            "\"status\":\"PREPARING\"");
    assertThat(Road.header(announced, "ce_type")).isEqualTo("tracker.shipment.prepared");
    assertThat(Road.header(announced, "ce_source")).isEqualTo("/gotracker");
    assertThat(Road.header(announced, "traceparent")).isEqualTo(TRACE);
    assertThat(tracking(order)).contains("\"status\":\"PREPARING\"", "\"asOf\":");
  }

  @Test
  void pagesOfOtherSitesCannotWriteOnEitherPort(
      @LocalServerPort int port, @LocalManagementPort int managementPort) {
    for (String url :
        List.of(
            "http://127.0.0.1:" + port + "/api/tracking",
            "http://127.0.0.1:" + managementPort + "/actuator/outbox")) {
      assertThat(statusOfPost(url, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
      assertThat(statusOfPost(url, "Content-Type", "text/plain")).isEqualTo(415);
      assertThat(statusOfPost(url, "Sec-Fetch-Site", "same-origin")).isNotIn(403, 415);
    }
  }

  private int statusOfPost(String url, String header, String value) {
    return http.post()
        .uri(url)
        .contentType(MediaType.APPLICATION_JSON)
        .headers(headers -> headers.set(header, value))
        .retrieve()
        .toBodilessEntity()
        .getStatusCode()
        .value();
  }

  @Test
  void ordersAreComparedOnlyForWhoMayAskAndOnlySoManyAtOnce(
      @LocalManagementPort int port, @Value("${http.management.token}") String token) {
    UUID known = UUID.randomUUID();
    UUID unknown = UUID.randomUUID();
    road.send(OrderRecord.placed(known));
    awaitAnnounced(known, 1);

    assertThat(compared(port, "none", known + ":0")).startsWith("401");
    String tooMany = String.join(",", Collections.nCopies(1_001, known + ":0"));
    for (String orders :
        List.of(tooMany, "0:" + known, known + ":x", known + ":-1", known.toString(), "17:1")) {
      assertThat(compared(port, token, orders)).startsWith("400").contains("nothing was compared");
    }

    assertThat(compared(port, token, known + ":0," + unknown + ":0"))
        .as("the same is answered to who may ask")
        .startsWith("200")
        .contains("\"asked\":2", "\"known\":1", "[\"" + unknown + "\"]", "\"missed\":[\"" + known);
    assertThat(compared(port, token, known + ":1")).contains("\"missed\":[]");
    assertThat(road.readAll("tracker.shipments", known)).as("asking announces nothing").hasSize(1);
  }

  private String compared(int port, String token, String orders) {
    ResponseEntity<String> answer =
        http.post()
            .uri("http://127.0.0.1:" + port + "/actuator/shipments")
            .contentType(MediaType.APPLICATION_JSON)
            .headers(headers -> headers.setBearerAuth(token))
            .body("{\"orders\":\"" + orders + "\"}")
            .retrieve()
            .toEntity(String.class);
    return answer.getStatusCode().value() + " " + answer.getBody();
  }

  /** The control is the order behind it, which the tracker decides about. */
  @Test
  void anOrderOfTheShopIsFollowedAndNothingIsAnnouncedOfIt() {
    UUID shops = UUID.randomUUID();
    UUID later = UUID.randomUUID();
    OrderRecord placed = OrderRecord.placed(shops).decidedBy("shop");
    road.send(placed, placed.then("SHIPPED"), OrderRecord.placed(later));

    awaitAnnounced(later, 1);

    await()
        .untilAsserted(
            () ->
                assertThat(tracking(shops))
                    .contains(
                        "\"status\":\"SHIPPED\",\"history\":[{\"status\":\"SHIPPED\",\"at\":\"2026-11-22T10:15:30.125Z\"}]"));
    assertThat(road.readAll("tracker.shipments", shops)).isEmpty();
    assertThat(statusOfTracking(shops)).as("second-hand").isEqualTo(203);
    assertThat(statusOfTracking(later)).as("its own").isEqualTo(200);
  }

  @Test
  void aParcelThatHasNotLeftCanBeCancelled() {
    UUID order = UUID.randomUUID();
    OrderRecord placed = OrderRecord.placed(order);
    road.send(placed);
    awaitAnnounced(order, 1);
    road.send(placed.then("CANCELLING"));

    assertThat(Road.text(awaitAnnounced(order, 2).get(1).value()))
        .contains("\"status\":\"CANCELLED\"")
        .contains("\"history\":[{\"status\":\"PREPARING\"");
  }

  @Test
  void aParcelThatHasLeftIsDeliveredAllTheSame(@Autowired JdbcClient jdbc) {
    UUID order = UUID.randomUUID();
    OrderRecord placed = OrderRecord.placed(order);
    road.send(placed);
    awaitAnnounced(order, 1);
    makeDue(order, jdbc);
    awaitAnnounced(order, 2);
    road.send(placed.then("CANCELLING"));

    List<String> states =
        awaitAnnounced(order, 3).stream()
            .map(announced -> Road.header(announced, "ce_type"))
            .toList();

    assertThat(states)
        .containsExactly(
            "tracker.shipment.prepared", "tracker.shipment.shipped", "tracker.shipment.delivered");
    assertThat(tracking(order)).contains("\"status\":\"DELIVERED\"");
  }

  @Test
  void theWholeTopicAgainInAnyOrderChangesNothing(@Autowired JdbcClient jdbc) {
    List<OrderRecord> history = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      OrderRecord placed = OrderRecord.placed(UUID.randomUUID());
      history.add(placed);
      history.add(placed.then("CANCELLING"));
      history.add(placed.then("CANCELLING").then("CANCELLED"));
    }
    road.send(history.toArray(OrderRecord[]::new));
    history.forEach(it -> await().until(() -> tracking(it.id()).contains("CANCELLED")));
    await().until(() -> outboxIsEmpty(jdbc));

    Collections.shuffle(history, new Random(7));
    road.send(history.toArray(OrderRecord[]::new));
    sendToEveryPartition(UUID.randomUUID());
    await().until(() -> outboxIsEmpty(jdbc));

    List<ConsumerRecord<byte[], byte[]>> announced = road.readAll("tracker.shipments");
    for (OrderRecord each : history) {
      assertThat(announced)
          .filteredOn(it -> Road.text(it.key()).equals(each.id().toString()))
          .filteredOn(it -> Road.text(it.value()).contains("\"sequence\":2,\"decider\""))
          .hasSize(1);
    }
  }

  @Test
  void poisonIsSetAsideByteForByteAndItsNeighboursGoOn() {
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();
    byte[] garbage = {0, (byte) 0xff, '{', 'x', (byte) 0x80};
    byte[] key = OrderRecord.utf8("no uuid " + before);
    var poison = new ProducerRecord<>("shop.orders", 0, key, garbage);
    poison.headers().add("ce_type", OrderRecord.utf8("shop.order.placed"));
    poison.headers().add("dlt_settles", OrderRecord.utf8("0"));
    var tombstone = new ProducerRecord<byte[], byte[]>("shop.orders", 0, key, null);
    road.sendAll(List.of(inPartition0(before), poison, tombstone, inPartition0(after)));

    awaitAnnounced(before, 1);
    awaitAnnounced(after, 1);
    List<ConsumerRecord<byte[], byte[]>> dead =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    road.readAll("shop.orders-dlt").stream()
                        .filter(it -> Arrays.equals(it.key(), key))
                        .toList(),
                found -> found.size() == 2);

    assertThat(dead).extracting(ConsumerRecord::value).containsExactlyInAnyOrder(garbage, null);
    ConsumerRecord<byte[], byte[]> unreadable =
        dead.stream().filter(it -> it.value() != null).findFirst().orElseThrow();
    assertThat(Road.header(unreadable, "dlt_reason")).startsWith("The value is not valid JSON");
    assertThat(Road.header(unreadable, "dlt_topic")).isEqualTo("shop.orders");
    assertThat(Road.header(unreadable, "dlt_partition")).isEqualTo("0");
    assertThat(Road.header(unreadable, "dlt_reader")).isEqualTo("gotracker");
    assertThat(Road.header(unreadable, "dlt_settles")).as("what only we may say").isNull();
    assertThat(Road.header(unreadable, "ce_type")).isEqualTo("shop.order.placed");
  }

  /** The control is the test before: what fits is set aside with its value. */
  @Test
  void poisonTooLargeForALetterIsSetAsideWithoutItsValueAndNothingStandsStill() throws Exception {
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();
    UUID later = UUID.randomUUID();
    byte[] key = OrderRecord.utf8("too large " + before);
    byte[] value = new byte[5 << 20];
    Arrays.fill(value, (byte) 'x');
    var poison = new ProducerRecord<>("shop.orders", 0, key, value);
    poison.headers().add("ce_type", OrderRecord.utf8("shop.order.placed"));
    poison.headers().add("dlt_omitted_bytes", OrderRecord.utf8("1"));
    road.sendAll(List.of(inPartition0(before), poison, inPartition0(after)));
    awaitAnnounced(before, 1);
    awaitAnnounced(after, 1);

    road.sendAll(List.of(inPartition0(later)));

    awaitAnnounced(later, 1);
    ConsumerRecord<byte[], byte[]> letter =
        road.readAll("shop.orders-dlt").stream()
            .filter(it -> Arrays.equals(it.key(), key))
            .findFirst()
            .orElseThrow();
    ConsumerRecord<byte[], byte[]> original =
        road.readAll("shop.orders").stream()
            .filter(it -> Arrays.equals(it.key(), key))
            .findFirst()
            .orElseThrow();
    assertThat(letter.value()).isNull();
    assertThat(Road.header(letter, "dlt_reason")).startsWith("The value is not valid JSON");
    assertThat(Road.header(letter, "dlt_topic")).isEqualTo("shop.orders");
    assertThat(Road.header(letter, "dlt_partition")).isEqualTo("0");
    assertThat(Road.header(letter, "dlt_offset")).isEqualTo("" + original.offset());
    assertThat(Road.header(letter, "dlt_omitted_bytes")).isEqualTo("" + value.length);
    assertThat(Road.header(letter, "dlt_omitted_sha256"))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value)));
    assertThat(Road.header(letter, "ce_type")).isEqualTo("shop.order.placed");
  }

  @Test
  void failuresAreProblemDetails() {
    assertThat(tracking(UUID.randomUUID()))
        .contains("\"status\":404", "No shipment of the order")
        .doesNotContain("Exception");
    assertThat(http.get().uri("/api/tracking/nonsense").retrieve().body(String.class))
        .contains("\"status\":400")
        .doesNotContain("java.");
    assertThat(http.get().uri("/nothing/here").retrieve().body(String.class))
        .contains("\"status\":404");
  }

  private List<ConsumerRecord<byte[], byte[]>> awaitAnnounced(UUID order, int records) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> road.readAll("tracker.shipments", order),
            announced -> announced.size() >= records);
  }

  private int statusOfTracking(UUID order) {
    return http.get()
        .uri("/api/tracking/{id}", order)
        .retrieve()
        .toBodilessEntity()
        .getStatusCode()
        .value();
  }

  private String tracking(UUID order) {
    return String.valueOf(
        http.get().uri("/api/tracking/{id}", order).retrieve().body(String.class));
  }

  private static void makeDue(UUID order, JdbcClient jdbc) {
    jdbc.sql("UPDATE tracker.shipment SET due_at = CURRENT_TIMESTAMP WHERE order_id = ?")
        .param(order)
        .update();
  }

  private static boolean outboxIsEmpty(JdbcClient jdbc) {
    return jdbc.sql("SELECT COUNT(*) FROM tracker.outbox").query(Long.class).single() == 0;
  }

  /** When all of these are announced, everything sent before them has been read. */
  private void sendToEveryPartition(UUID seed) {
    List<UUID> marks =
        Stream.iterate(
                seed, it -> UUID.nameUUIDFromBytes(it.toString().getBytes(StandardCharsets.UTF_8)))
            .limit(6)
            .toList();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int partition = 0; partition < 6; partition++) {
      ProducerRecord<byte[], byte[]> placed = OrderRecord.placed(marks.get(partition)).toKafka();
      records.add(new ProducerRecord<>(placed.topic(), partition, placed.key(), placed.value()));
    }
    road.sendAll(records);
    marks.forEach(it -> awaitAnnounced(it, 1));
  }

  private static ProducerRecord<byte[], byte[]> inPartition0(UUID order) {
    ProducerRecord<byte[], byte[]> placed = OrderRecord.placed(order).toKafka();
    return new ProducerRecord<>(placed.topic(), 0, placed.key(), placed.value());
  }
}
