package com.gopher.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes aggregates and publishes it, as a module of an application does. */
final class Publisher implements AutoCloseable {

  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final String topic;

  Publisher(HikariDataSource pool, String topic) {
    this.pool = pool;
    this.topic = topic;
    jdbc = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    context.registerBean(
        OutboxListener.class,
        () ->
            new OutboxListener(
                List.of(new Changed.Mapping()),
                new OutboxTables(pool, "events"),
                new MdcTrace(),
                new RelayWakeup()));
    context.refresh();
  }

  /** Gives the aggregate its next version: locks its row, then publishes. */
  void change(String key) {
    transaction(() -> changeWithin(key));
  }

  void changeAndRollBack(String key) {
    transaction.executeWithoutResult(
        status -> {
          changeWithin(key);
          status.setRollbackOnly();
        });
  }

  void transaction(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  void changeWithin(String key) {
    long version = raiseVersion(key);
    context.publishEvent(new Changed(topic, key, version));
  }

  long raiseVersion(String key) {
    int known =
        jdbc.sql("UPDATE events.aggregate SET version = version + 1 WHERE id = ?")
            .param(key)
            .update();
    if (known == 0) {
      jdbc.sql("INSERT INTO events.aggregate VALUES (?, 1)").param(key).update();
    }
    return jdbc.sql("SELECT version FROM events.aggregate WHERE id = ?")
        .param(key)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
