package com.gopher.lab.bench.bare;

import java.sql.SQLException;
import java.time.Duration;
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
 * The floor of the way from one commit to another: records that go through a broker, and rows that
 * are committed, with nothing around them.
 *
 * <p>It answers {@code round-trip RATE SECONDS} and {@code commit RATE SECONDS} with the median in
 * microseconds, and {@code commits SECONDS} with a rate.
 */
public final class BareHop {

  private static final String TOPIC = "bench.round-trip";
  private static final String PAYLOAD = "x".repeat(600);

  private BareHop() {}

  /**
   * @param arguments the directory for the database, and HOST:PORT of the broker
   */
  public static void main(String[] arguments) throws Exception {
    String broker = arguments[1];
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker));
        Prepared database = Prepared.in(arguments[0])) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      database.update("create-lines");
      Questions.answer(
          words ->
              switch (words[0]) {
                case "round-trip" -> roundTrip(broker, number(words[1]), number(words[2]));
                case "commit" -> commit(database, number(words[1]), number(words[2]));
                default -> commits(database, number(words[1]));
              });
    }
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  /** From the moment a record is handed to the producer until a consumer has it. */
  private static double roundTrip(String broker, int perSecond, int seconds) throws Exception {
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
      Work send = () -> producer.send(new ProducerRecord<>(TOPIC, System.nanoTime(), PAYLOAD));
      var sender = new Thread(() -> pacedQuietly(perSecond, records, send));
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
  private static double commit(Prepared database, int perSecond, int seconds) throws SQLException {
    var latency = new Histogram(3);
    paced(
        perSecond,
        perSecond * seconds,
        () -> {
          long begin = System.nanoTime();
          database.update("insert-hop", PAYLOAD);
          latency.recordValue((System.nanoTime() - begin) / 1_000);
        });
    return latency.getValueAtPercentile(50);
  }

  /** Rows inserted and committed one by one, as fast as it goes. */
  private static double commits(Prepared database, int seconds) throws SQLException {
    long begin = System.nanoTime();
    long rows = 0;
    while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
      database.update("insert-hop", PAYLOAD);
      rows++;
    }
    return rows / ((System.nanoTime() - begin) / 1e9);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private static void pacedQuietly(int perSecond, int times, Work work) {
    try {
      paced(perSecond, times, work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void paced(int perSecond, int times, Work work) throws SQLException {
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
