package com.gopher.sabotage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces the relay by two that share the work as many outboxes do: each claims rows that the
 * other has not locked. Nothing keeps the records of one order in their order.
 */
@Sabotage(name = "skip-locked-relays")
class SkipLockedRelays {

  /** Fails if there is no relay to replace: then this would be a control of nothing. */
  @Bean
  static BeanDefinitionRegistryPostProcessor tearTheRelayOut() {
    return beans -> beans.removeBeanDefinition("outboxRelay");
  }

  @Bean
  Relay firstOfTwoRelays(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      @Value("${outbox.schema:events}") String schema,
      @Value("${spring.kafka.bootstrap-servers}") String servers) {
    return new Relay(jdbc, new TransactionTemplate(transactions), schema, servers);
  }

  @Bean
  Relay secondOfTwoRelays(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      @Value("${outbox.schema:events}") String schema,
      @Value("${spring.kafka.bootstrap-servers}") String servers) {
    return new Relay(jdbc, new TransactionTemplate(transactions), schema, servers);
  }

  static final class Relay implements SmartLifecycle {

    private static final int BATCH = 5;
    private static final long PAUSE_MILLIS = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String schema;
    private final Producer<String, byte[]> kafka;
    private final Thread worker = new Thread(this::work, "skip-locked-relay");
    private volatile boolean running;

    Relay(JdbcClient jdbc, TransactionTemplate transaction, String schema, String servers) {
      this.jdbc = jdbc;
      this.transaction = transaction;
      this.schema = schema;
      this.kafka =
          new KafkaProducer<>(
              Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
              new StringSerializer(),
              new ByteArraySerializer());
      this.worker.setDaemon(true);
    }

    private record Row(long id, String topic, String key, String payload) {}

    @Override
    public void start() {
      running = true;
      worker.start();
    }

    @Override
    public void stop() {
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    private void work() {
      while (running) {
        try {
          transaction.executeWithoutResult(status -> claim().forEach(this::carry));
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          running = false;
        } catch (RuntimeException databaseOrBrokerAway) {
          // The rows are free again; the next round takes them.
        }
      }
      kafka.close();
    }

    private List<Row> claim() {
      return jdbc.sql(
              """
              SELECT id, topic, record_key, payload
              FROM %s.outbox
              ORDER BY id
              LIMIT :batch
              FOR UPDATE SKIP LOCKED"""
                  .formatted(schema))
          .param("batch", BATCH)
          .query(
              (row, number) ->
                  new Row(
                      row.getLong("id"),
                      row.getString("topic"),
                      row.getString("record_key"),
                      row.getString("payload")))
          .list();
    }

    private void carry(Row row) {
      StandStill.beforeSending();
      try {
        kafka
            .send(
                new ProducerRecord<>(
                    row.topic(), row.key(), row.payload().getBytes(StandardCharsets.UTF_8)))
            .get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
      jdbc.sql("DELETE FROM %s.outbox WHERE id = :id".formatted(schema))
          .param("id", row.id())
          .update();
    }
  }
}
