package com.gopher.outbox;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.springframework.util.FileSystemUtils;

/**
 * How fast a backlog is drained, beside the floor: the same sender given the same records in the
 * same batches, with no database. A program, not a test: {@code java -cp (test class path)
 * com.gopher.outbox.DrainBenchmark [records]}.
 */
final class DrainBenchmark {

  private static final int BATCH = 500;

  private DrainBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int records = arguments.length == 0 ? 50_000 : Integer.parseInt(arguments[0]);
    var directory = Files.createTempDirectory("drain");
    try (var broker = new Broker(directory);
        var database = Database.in(directory)) {
      for (int round = 1; round <= 3; round++) {
        for (int keys : new int[] {records, records / 10, 100}) {
          var topic = broker.topic("drain-%d-%d".formatted(round, keys)).name();
          report("floor", keys, records, floor(broker, topic, keys, records));
          report("relay", keys, records, drain(broker, database, topic, keys, records));
        }
      }
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static void report(String what, int keys, int records, Duration took) {
    System.out.printf(
        "%s, %,d records of %,d keys: %,.0f records/s%n",
        what, records, keys, records * 1e9 / took.toNanos());
  }

  private static Duration floor(Broker broker, String topic, int keys, int records)
      throws Exception {
    try (var sender = new KafkaRecordSender(Instance.properties(), broker.address())) {
      sender.reach(topic);
      long started = System.nanoTime();
      var answers = new ArrayList<Future<?>>(BATCH);
      for (int number = 0; number < records; number++) {
        answers.add(sender.send(new StoredRecord(number, outbound(topic, number, keys), null)));
        if (answers.size() == BATCH) {
          for (var answer : answers) {
            answer.get();
          }
          answers.clear();
        }
      }
      return Duration.ofNanos(System.nanoTime() - started);
    }
  }

  private static Duration drain(
      Broker broker, Database database, String topic, int keys, int records) {
    var tables = new OutboxTables(database.owner(), "events");
    for (int number = 0; number < records; number++) {
      tables.add(List.of(new TracedRecord(outbound(topic, number, keys), null)));
    }
    long started = System.nanoTime();
    try (var relay = new Instance(database, broker)) {
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofMinutes(5))
          .until(() -> tables.backlog().size() == 0);
      return Duration.ofNanos(System.nanoTime() - started);
    }
  }

  private static OutboundRecord outbound(String topic, int number, int keys) {
    var plain = Changed.toRecord(topic, "key-" + number % keys, number);
    return new OutboundRecord(
        topic,
        plain.key(),
        plain.id(),
        plain.type(),
        plain.source(),
        plain.time(),
        "{\"order\":%d,\"lines\":\"%s\"}".formatted(number, "x".repeat(570)));
  }
}
