package com.gopher.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A process that changes an aggregate and ends right after the commit, before anything else is
 * done. It publishes by the outbox, or, as the control, by sending after the commit.
 */
final class KilledPublisher {

  static final int KILLED = 137;

  private KilledPublisher() {}

  static int run(Database database, Topic topic, String key, boolean byOutbox) throws Exception {
    try (var process =
        JavaProcess.start(
            KilledPublisher.class.getName(),
            List.of(
                database.url(),
                topic.broker().address(),
                topic.name(),
                key,
                String.valueOf(byOutbox)))) {
      return process.exitValue();
    }
  }

  public static void main(String[] arguments) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername("publisher_app");
    pool.setPassword("secret");
    var key = arguments[3];
    try (var publisher = new Publisher(pool, arguments[2])) {
      publisher.transaction(
          () -> {
            afterCommit(() -> Runtime.getRuntime().halt(KILLED));
            if (Boolean.parseBoolean(arguments[4])) {
              publisher.changeWithin(key);
            } else {
              long version = publisher.raiseVersion(key);
              afterCommit(() -> send(arguments[1], arguments[2], key, version));
            }
          });
    }
  }

  private static void afterCommit(Runnable action) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }

  private static void send(String broker, String topic, String key, long version) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              topic, key, String.valueOf(version).getBytes(StandardCharsets.UTF_8)));
    }
  }
}
