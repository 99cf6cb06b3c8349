package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

/**
 * The data of an earlier city's shop is opened by the present one.
 *
 * <p>How it was made: orders were delivered, cancelled and left in preparation by the tracker; then
 * Kafka was killed, one more order was placed, and shop and tracker were killed as well. The record
 * of that order waits in the outbox. (Dead letters are kept in Kafka's topics, never in the
 * database.)
 */
@Tag("seconds")
@EmbeddedKafka(
    bootstrapServersProperty = "broker.of.this.test",
    brokerProperties = {
      "auto.create.topics.enable=false",
      "group.initial.rebalance.delay.ms=0",
      "offsets.topic.num.partitions=1"
    })
class EarlierCityTest {

  private static final String DELIVERED = "01a2238e-bce2-79cf-8fcd-89740cdd7118";
  private static final String UNSENT = "01a2238f-12b8-75f1-bc63-da8862fb8cf8";

  @Test
  void whatWasUnsentIsSentAndOrdersAnswerAsTheyDid(
      @TempDir Path directory, EmbeddedKafkaBroker kafka) throws Exception {
    EarlierData earlier = EarlierData.unpack("city", directory);
    assertThat(unsent(earlier)).containsExactly(UNSENT);

    try (var running =
        new SpringApplicationBuilder(GopherShop.class)
            .run(
                "--shop.data-dir=" + directory,
                "--shop.delivery=extracted",
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
                "--server.port=0",
                "--management.server.port=0",
                "--spring.main.log-startup-info=false")) {
      ShopClient.eventually(() -> unsent(earlier), List::isEmpty);

      var environment = running.getEnvironment();
      var shop =
          new ShopClient(
              environment.getRequiredProperty("local.server.port", Integer.class),
              environment.getRequiredProperty("local.management.port", Integer.class),
              new MovableClock());
      assertThat(shop.get("/api/orders/" + DELIVERED).text("/status")).isEqualTo("DELIVERED");
      assertThat(shop.get("/api/tracking/" + DELIVERED).json().get("history")).hasSize(3);
      assertThat(shop.get("/api/orders/" + UNSENT).text("/status")).isEqualTo("PLACED");
    }

    ConsumerRecord<String, String> sent = onlyOrder(kafka.getBrokersAsString());
    assertThat(sent.key()).isEqualTo(UNSENT);
    assertThat(sent.value())
        .contains("\"id\":\"" + UNSENT + "\"", "\"sequence\":1", "\"decider\":\"tracker\"");
    assertThat(new String(sent.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
        .isEqualTo(UNSENT + ":1");
  }

  private static List<String> unsent(EarlierData data) {
    return data.asAdministrator()
        .queryForList("SELECT record_key FROM events.outbox", String.class);
  }

  private static ConsumerRecord<String, String> onlyOrder(String broker) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "group.id", "reads-what-was-sent",
            "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("shop.orders"));
      return ShopClient.eventually(
              () -> consumer.poll(Duration.ofMillis(200)), records -> records.count() == 1)
          .iterator()
          .next();
    }
  }
}
