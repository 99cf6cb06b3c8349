package com.gotracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.web.client.RestClient;

/**
 * The data of an earlier tracker (commit 313b123, the last one before the packages were moved) is
 * opened by the present one.
 *
 * <p>How it was made: it delivered one order, cancelled one and prepared two, with preparing and
 * transit set to a hundred years; then Kafka was killed, the tracker shipped one of the two and was
 * killed as well. What it had to say of that one waits in the outbox.
 */
@Tag("seconds")
@EmbeddedKafka(
    brokerProperties = {
      "auto.create.topics.enable=false",
      "group.initial.rebalance.delay.ms=0",
      "offsets.topic.num.partitions=1"
    })
class EarlierTrackerTest {

  private static final String DELIVERED = "01a2238e-bce2-79cf-8fcd-89740cdd7118";
  private static final String CANCELLED = "01a2238e-e3e7-7e22-9b50-37a28e909bad";
  private static final UUID SHIPPED = UUID.fromString("01a2238f-0f78-7907-8395-8d6aa825ba24");

  @TempDir Path directory;

  @BeforeEach
  void unpack() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/data-of-before/tracker.zip");
        var zip = new ZipInputStream(Objects.requireNonNull(file))) {
      zip.getNextEntry();
      Files.copy(zip, directory.resolve("tracker.mv.db"));
    }
  }

  @Test
  void whatWasUnsentIsSentAndParcelsAnswerAsTheyDid(EmbeddedKafkaBroker kafka) {
    assertThat(unsent()).containsExactly(SHIPPED.toString());

    try (var running =
            new SpringApplicationBuilder(GoTracker.class)
                .run(
                    "--tracker.data-dir=" + directory,
                    "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
                    "--server.port=0",
                    "--management.server.port=0",
                    "--logging.config=classpath:logback-test.xml",
                    "--spring.main.log-startup-info=false");
        var road = new Road(kafka.getBrokersAsString())) {
      await().atMost(Duration.ofMinutes(1)).until(() -> unsent().isEmpty());

      var sent = road.readAll("tracker.shipments", SHIPPED);
      assertThat(sent).hasSize(1);
      assertThat(Road.text(sent.get(0).value()))
          .contains("\"sequence\":2", "\"status\":\"SHIPPED\"");
      assertThat(Road.header(sent.get(0), "ce_id")).isEqualTo(SHIPPED + ":2");
      var http =
          RestClient.create(
              "http://127.0.0.1:" + running.getEnvironment().getProperty("local.server.port"));
      assertThat(tracking(http, DELIVERED)).contains("\"status\":\"DELIVERED\"");
      assertThat(tracking(http, CANCELLED)).contains("\"status\":\"CANCELLED\"");
      assertThat(tracking(http, SHIPPED.toString())).contains("\"status\":\"SHIPPED\"");
      assertThatThrownBy(() -> as("tracker_app", password("tracker_app")).execute("SELECT 1"))
          .rootCause()
          .hasMessageContaining("Wrong user name or password");
      assertThatThrownBy(() -> as("admin", "").execute("SELECT 1"))
          .rootCause()
          .hasMessageContaining("Wrong user name or password");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tracker_app", "tracker_owner"})
  void passwordsWereDerivedInThisWay(String login) {
    assertThatCode(() -> as(login, password(login)).execute("SELECT 1")).doesNotThrowAnyException();
  }

  private List<String> unsent() {
    Path file = directory.resolve("database-password");
    try {
      return as("admin", Files.exists(file) ? Files.readString(file) : "")
          .queryForList("SELECT record_key FROM tracker.outbox", String.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tracking(RestClient http, String order) {
    return String.valueOf(
        http.get().uri("/api/tracking/{id}", order).retrieve().body(String.class));
  }

  private JdbcTemplate as(String login, String password) {
    String url = "jdbc:h2:file:" + directory.resolve("tracker").toAbsolutePath();
    return new JdbcTemplate(new DriverManagerDataSource(url, login, password));
  }

  /** The earlier tracker's way to a password, written down a second time. */
  private static String password(String login) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec("gotracker:".getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
