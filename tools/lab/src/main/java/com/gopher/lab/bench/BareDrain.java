package com.gopher.lab.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The floor of draining a backlog: a loop that polls the tracker's records and batch-inserts the
 * tracker's rows, one thread, one transaction a batch, nothing else.
 *
 * <p>Runs in a JVM of its own with the tracker's H2 and the tracker's migrations, on a file with
 * {@code WRITE_DELAY=0}. It asks which orders are known already, as whoever hears twice has to, and
 * commits its offsets after each batch; it reads no JSON, decides nothing and sends nothing. It
 * reads {@code drain ROWS WARM_UP ORDERS OFFSET...} from its standard input, ROWS being {@code
 * shipment} or {@code shipment-and-outbox}, and answers with orders per second, processor seconds
 * for an order, and the orders per second of the warm-up.
 */
public final class BareDrain {

  private static final String OUTBOX = "shipment-and-outbox";
  private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

  private BareDrain() {}

  /**
   * @param arguments the directory for the database, the jar with the migrations, and HOST:PORT of
   *     the broker
   */
  public static void main(String[] arguments) throws Exception {
    String url =
        "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
            .formatted(Path.of(arguments[0]).resolve("bare"));
    try (Connection connection = DriverManager.getConnection(url, "admin", "")) {
      migrate(connection, Path.of(arguments[1]));
      connection.setAutoCommit(false);
      System.out.println("ready");
      var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        String[] words = line.split(" ");
        Map<Integer, Long> offsets = new TreeMap<>();
        for (int partition = 0; partition < words.length - 4; partition++) {
          offsets.put(partition, Long.parseLong(words[4 + partition]));
        }
        System.out.println(
            drain(
                connection,
                arguments[2],
                offsets,
                words[1].equals(OUTBOX),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3])));
      }
    }
  }

  private static String drain(
      Connection connection,
      String broker,
      Map<Integer, Long> offsets,
      boolean withOutbox,
      int warmUp,
      int orders)
      throws SQLException {
    empty(connection);
    try (var consumer =
            new KafkaConsumer<>(
                Map.<String, Object>of(
                    "bootstrap.servers",
                    broker,
                    "group.id",
                    "bare-" + UUID.randomUUID(),
                    "enable.auto.commit",
                    false,
                    "max.poll.records",
                    500),
                new StringDeserializer(),
                new StringDeserializer());
        var inserts = new Inserts(connection, withOutbox)) {
      List<TopicPartition> partitions = new ArrayList<>();
      offsets.keySet().forEach(it -> partitions.add(new TopicPartition(OrderRecords.TOPIC, it)));
      consumer.assign(partitions);
      partitions.forEach(it -> consumer.seek(it, offsets.get(it.partition())));
      int stored = inserts.store(consumer.poll(Duration.ofSeconds(10)));
      int first = stored;
      long beginCold = System.nanoTime();
      while (stored < warmUp) {
        stored += inserts.store(consumer.poll(Duration.ofSeconds(1)));
        consumer.commitSync();
      }
      int counted = stored;
      double cpu = cpuSeconds();
      long begin = System.nanoTime();
      double cold = (counted - first) / ((begin - beginCold) / 1e9);
      while (stored < warmUp + orders) {
        stored += inserts.store(consumer.poll(Duration.ofSeconds(1)));
        consumer.commitSync();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      return "%s %s %s"
          .formatted((stored - counted) / seconds, (cpuSeconds() - cpu) / (stored - counted), cold);
    }
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static void empty(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("DELETE FROM tracker.shipment");
      statement.execute("DELETE FROM tracker.outbox");
      connection.commit();
    }
  }

  /** The statements of one batch. */
  private static final class Inserts implements AutoCloseable {

    private final Connection connection;
    private final boolean withOutbox;
    private final PreparedStatement known;
    private final PreparedStatement shipment;
    private final PreparedStatement outbox;

    Inserts(Connection connection, boolean withOutbox) throws SQLException {
      this.connection = connection;
      this.withOutbox = withOutbox;
      known =
          connection.prepareStatement(
              "SELECT order_id FROM tracker.shipment WHERE order_id = ANY(?)");
      shipment =
          connection.prepareStatement(
              """
              INSERT INTO tracker.shipment
                (order_id, tracking_number, status, order_sequence, prepared_at, due_at)
              VALUES (?, ?, 'PREPARING', 1, ?, ?)
              """);
      outbox =
          connection.prepareStatement(
              """
              INSERT INTO tracker.outbox
                (topic, record_key, event_id, event_type, event_source, event_time, payload)
              VALUES ('tracker.shipments', ?, ?, 'tracker.shipment.prepared', '/gotracker', ?, ?)
              """);
    }

    int store(ConsumerRecords<String, String> batch) throws SQLException {
      Set<UUID> ids = new HashSet<>();
      for (ConsumerRecord<String, String> placed : batch) {
        ids.add(UUID.fromString(placed.key()));
      }
      known.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (var rows = known.executeQuery()) {
        while (rows.next()) {
          ids.remove(rows.getObject(1, UUID.class));
        }
      }
      for (UUID id : ids) {
        add(id);
      }
      shipment.executeBatch();
      if (withOutbox) {
        outbox.executeBatch();
      }
      connection.commit();
      return batch.count();
    }

    private void add(UUID id) throws SQLException {
      String order = id.toString();
      shipment.setObject(1, id);
      shipment.setString(2, "GT-" + order.substring(0, 10));
      shipment.setObject(3, NOW);
      shipment.setObject(4, NOW.plusHours(1));
      shipment.addBatch();
      if (withOutbox) {
        outbox.setString(1, order);
        outbox.setString(2, order + ":1");
        outbox.setObject(3, NOW);
        outbox.setString(
            4,
            "{\"orderId\":\"%s\",\"sequence\":1,\"decider\":\"tracker\",\"trackingNumber\":\"GT-0123456789\",\"status\":\"PREPARING\",\"history\":[{\"status\":\"PREPARING\",\"sequence\":1,\"at\":\"2026-11-22T10:15:30.125Z\"}]}"
                .formatted(order));
        outbox.addBatch();
      }
    }

    @Override
    public void close() throws SQLException {
      known.close();
      shipment.close();
      outbox.close();
    }
  }

  /** The tracker's tables as its own migrations make them; those of the outbox lie a jar deeper. */
  private static void migrate(Connection connection, Path jar) throws SQLException, IOException {
    Map<String, String> migrations = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (entry.getName().matches("(BOOT-INF/classes/)?db/migration/tracker/V\\w+\\.sql")) {
          migrations.put(name(entry), text(zip.getInputStream(entry)));
        } else if (entry.getName().matches("BOOT-INF/lib/outbox-.*\\.jar")) {
          addFrom(zip.getInputStream(entry), migrations);
        }
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA tracker");
      statement.execute("SET SCHEMA tracker");
      for (String migration : migrations.values()) {
        statement.execute(migration);
      }
    }
  }

  private static void addFrom(InputStream jar, Map<String, String> migrations) throws IOException {
    try (var inner = new ZipInputStream(jar)) {
      for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
        if (entry.getName().matches("db/outbox/V\\w+\\.sql")) {
          migrations.put(name(entry), text(new ByteArrayInputStream(inner.readAllBytes())));
        }
      }
    }
  }

  private static String name(ZipEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  private static String text(InputStream in) throws IOException {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
