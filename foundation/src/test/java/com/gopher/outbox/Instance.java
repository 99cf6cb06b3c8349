package com.gopher.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One relay as an application runs it, with times short enough for a test. */
final class Instance implements AutoCloseable {

  static final Duration LEASE = Duration.ofMillis(1_500);

  private final HikariDataSource pool;
  private final RelayThread thread;
  private final RelayWakeup wakeup = new RelayWakeup();
  private final Counters counters = new Counters();
  private final Queue<Error> errors = new ConcurrentLinkedQueue<>();

  Instance(Database database, Broker broker) {
    this(database.relay(), broker.address(), Map.of(), sender -> sender);
  }

  /** With further settings of the producer, and something put between the relay and its sender. */
  Instance(
      HikariDataSource pool,
      String broker,
      Map<String, String> producer,
      UnaryOperator<RecordSender> between) {
    this.pool = pool;
    var properties = properties(producer);
    var jdbc = JdbcClient.create(pool);
    var relay =
        new Relay(
            new OutboxTables(pool, properties.schema()),
            new Lease(jdbc, properties.schema(), properties.lease()),
            () -> between.apply(new KafkaRecordSender(properties, broker)),
            counters,
            properties.batchSize());
    thread =
        new RelayThread(
            relay,
            wakeup,
            properties.pollInterval(),
            properties.gather(),
            properties.shutdown(),
            errors::add);
    thread.start();
  }

  static OutboxProperties properties() {
    return properties(Map.of());
  }

  private static OutboxProperties properties(Map<String, String> producer) {
    return new OutboxProperties(
        true,
        "events",
        null,
        500,
        Duration.ofMillis(100),
        Duration.ZERO,
        LEASE,
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        producer);
  }

  long sent() {
    return counters.sent();
  }

  /** What would have ended the process. */
  Collection<Error> errors() {
    return errors;
  }

  long redelivered() {
    return counters.redelivered();
  }

  @Override
  public void close() {
    thread.stop();
    pool.close();
  }
}
