package com.gopher.lab.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The floor of the road from one commit to another: records that go through a broker, and rows that
 * are committed, with nothing around them.
 *
 * <p>Runs in a JVM of its own. It reads {@code round-trip RATE SECONDS}, {@code commit RATE
 * SECONDS} (both answered with the median in microseconds) or {@code commits SECONDS} (answered
 * with a rate) from its standard input.
 */
public final class BareRoad {

  private static final String TOPIC = "bench.round-trip";
  private static final String PAYLOAD = "x".repeat(600);

  private BareRoad() {}

  /**
   * @param arguments the directory for the database, and HOST:PORT of the broker
   */
  public static void main(String[] arguments) throws Exception {
    String url =
        "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
            .formatted(Path.of(arguments[0]).resolve("bare"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", arguments[1]));
        Connection connection = DriverManager.getConnection(url, "admin", "");
        var statement = connection.createStatement()) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      statement.execute(
          "CREATE TABLE line (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload VARCHAR(1000))");
      System.out.println("ready");
      var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] words = line.split(" ");
        System.out.println(
            switch (words[0]) {
              case "round-trip" -> roundTrip(arguments[1], number(words[1]), number(words[2]));
              case "commit" -> commit(connection, number(words[1]), number(words[2]));
              default -> commits(connection, number(words[1]));
            });
      }
    }
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  /** From the moment a record is handed to the producer until a consumer has it. */
  private static double roundTrip(String broker, int perSecond, int seconds)
      throws InterruptedException {
    int records = perSecond * seconds;
    var latency = new Histogram(3);
    try (var consumer =
            new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new LongDeserializer(),
                new StringDeserializer());
        var producer =
            new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "acks", "all", "linger.ms", 0),
                new LongSerializer(),
                new StringSerializer())) {
      var partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToEnd(List.of(partition));
      consumer.position(partition);
      var sender =
          new Thread(
              () ->
                  paced(
                      perSecond,
                      records,
                      () ->
                          producer.send(new ProducerRecord<>(TOPIC, System.nanoTime(), PAYLOAD))));
      sender.start();
      for (int received = 0; received < records; ) {
        var arrived = consumer.poll(Duration.ofSeconds(1));
        long now = System.nanoTime();
        arrived.forEach(it -> latency.recordValue((now - it.key()) / 1_000));
        received += arrived.count();
      }
      sender.join();
    }
    return latency.getValueAtPercentile(50);
  }

  /** A row inserted and committed, as often as orders are placed. */
  private static double commit(Connection connection, int perSecond, int seconds)
      throws SQLException {
    var latency = new Histogram(3);
    List<SQLException> failures = new ArrayList<>();
    try (PreparedStatement insert = insert(connection)) {
      paced(
          perSecond,
          perSecond * seconds,
          () -> {
            long begin = System.nanoTime();
            try {
              insert.executeUpdate();
            } catch (SQLException e) {
              failures.add(e);
            }
            latency.recordValue((System.nanoTime() - begin) / 1_000);
          });
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return latency.getValueAtPercentile(50);
  }

  /** Rows inserted and committed one by one, as fast as it goes. */
  private static double commits(Connection connection, int seconds) throws SQLException {
    try (PreparedStatement insert = insert(connection)) {
      long begin = System.nanoTime();
      long rows = 0;
      while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
        insert.executeUpdate();
        rows++;
      }
      return rows / ((System.nanoTime() - begin) / 1e9);
    }
  }

  private static PreparedStatement insert(Connection connection) throws SQLException {
    PreparedStatement insert = connection.prepareStatement("INSERT INTO line (payload) VALUES (?)");
    insert.setString(1, PAYLOAD);
    return insert;
  }

  private static void paced(int perSecond, int times, Runnable work) {
    long begin = System.nanoTime();
    for (int number = 0; number < times; number++) {
      long intended = begin + number * 1_000_000_000L / perSecond;
      for (long early = intended - System.nanoTime();
          early > 0;
          early = intended - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      work.run();
    }
  }
}
