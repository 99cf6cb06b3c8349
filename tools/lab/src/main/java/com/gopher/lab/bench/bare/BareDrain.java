package com.gopher.lab.bench.bare;

import com.gopher.lab.topic.TopicReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The floor of draining a backlog: a loop that polls the tracker's records and batch-inserts the
 * tracker's rows, one thread, one transaction a batch, nothing else.
 *
 * <p>It has the tracker's H2 and the tracker's migrations, on a file with {@code WRITE_DELAY=0}. It
 * asks which orders are known already, as every reader that may meet a record twice has to, and
 * commits its offsets after each batch; it reads no JSON, decides nothing and sends nothing. It
 * answers {@code drain ROWS WARM_UP ORDERS OFFSET...}, ROWS being {@code shipment} or {@code
 * shipment-and-outbox}, with orders per second, processor seconds for an order, and the orders per
 * second of the warm-up.
 */
public final class BareDrain {

  private static final String OUTBOX = "shipment-and-outbox";
  private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

  private static final String PAYLOAD =
      "{\"orderId\":\"%s\",\"sequence\":1,\"decider\":\"tracker\",\"trackingNumber\":\"GT-0123456789\",\"status\":\"PREPARING\",\"history\":[{\"status\":\"PREPARING\",\"sequence\":1,\"at\":\"2026-11-22T10:15:30.125Z\"}]}";

  private final Prepared database;
  private final KafkaConsumer<String, String> consumer;
  private final boolean withOutbox;

  private BareDrain(Prepared database, KafkaConsumer<String, String> consumer, boolean withOutbox) {
    this.database = database;
    this.consumer = consumer;
    this.withOutbox = withOutbox;
  }

  /**
   * @param arguments the directory for the database, the jar with the migrations, and HOST:PORT of
   *     the broker
   */
  public static void main(String[] arguments) throws Exception {
    try (Prepared database = Prepared.in(arguments[0])) {
      database.execute("CREATE SCHEMA tracker");
      database.execute("SET SCHEMA tracker");
      for (String migration : Migrations.in(Path.of(arguments[1]), "migration/tracker|outbox")) {
        database.execute(migration);
      }
      database.inTransactions(true);
      Questions.answer(words -> drain(database, arguments[2], words));
    }
  }

  private static String drain(Prepared database, String broker, String[] words)
      throws SQLException {
    database.execute("DELETE FROM tracker.shipment");
    database.execute("DELETE FROM tracker.outbox");
    database.commit();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "group.id",
            "bare-" + UUID.randomUUID(),
            "enable.auto.commit",
            false,
            "max.poll.records",
            500);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int number = 0; number < words.length - 4; number++) {
        partitions.add(new TopicPartition(TopicReader.ORDERS, number));
      }
      consumer.assign(partitions);
      partitions.forEach(it -> consumer.seek(it, Long.parseLong(words[4 + it.partition()])));
      return new BareDrain(database, consumer, words[1].equals(OUTBOX))
          .measure(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    }
  }

  private String measure(int warmUp, int orders) throws SQLException {
    int first = store(consumer.poll(Duration.ofSeconds(10)));
    long beginCold = System.nanoTime();
    int counted = storeUntil(first, warmUp);
    double cpu = cpuSeconds();
    long begin = System.nanoTime();
    double cold = (counted - first) / ((begin - beginCold) / 1e9);
    int measured = storeUntil(counted, warmUp + orders) - counted;
    double seconds = (System.nanoTime() - begin) / 1e9;
    return measured / seconds + " " + (cpuSeconds() - cpu) / measured + " " + cold;
  }

  /** Returns how many are stored then. */
  private int storeUntil(int stored, int wanted) throws SQLException {
    int all = stored;
    while (all < wanted) {
      all += store(consumer.poll(Duration.ofSeconds(1)));
      consumer.commitSync();
    }
    return all;
  }

  private int store(ConsumerRecords<String, String> batch) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    for (ConsumerRecord<String, String> placed : batch) {
      ids.add(UUID.fromString(placed.key()));
    }
    database.query(ids::remove, "find-known", database.array("uuid", ids.toArray()));
    for (UUID id : ids) {
      String order = id.toString();
      database.add("insert-shipment", id, "GT-" + order.substring(0, 10), NOW, NOW.plusHours(1));
      if (withOutbox) {
        database.add("insert-outbox", order, order + ":1", NOW, PAYLOAD.formatted(order));
      }
    }
    database.executeBatches();
    database.commit();
    return batch.count();
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }
}
