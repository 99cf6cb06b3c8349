package com.gopher.outbox;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many outboxes let several relays work at once: each claims what no other has locked. A
 * control, not an advice.
 */
final class SkipLockedRelay implements AutoCloseable {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RecordSender sender;

  SkipLockedRelay(DataSource pool, Broker broker, UnaryOperator<RecordSender> between) {
    jdbc = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    sender = between.apply(new KafkaRecordSender(Instance.properties(), broker.address()));
  }

  Future<?> relayOneAside() {
    return thread.submit(() -> transaction.executeWithoutResult(status -> relayOne()));
  }

  private void relayOne() {
    var claimed =
        jdbc.sql(
                """
                SELECT id, topic, record_key, payload
                FROM events.outbox
                ORDER BY id
                LIMIT 1
                FOR UPDATE SKIP LOCKED""")
            .query(
                (row, number) ->
                    new StoredRecord(
                        row.getLong("id"),
                        new OutboundRecord(
                            row.getString("topic"),
                            row.getString("record_key"),
                            "id",
                            "type",
                            URI.create("/test"),
                            Instant.EPOCH,
                            row.getString("payload")),
                        null))
            .single();
    // A sender gives up soon, because a relay asks again; this one does not.
    await()
        .ignoreExceptions()
        .until(
            () -> {
              sender.reach(claimed.content().topic());
              return true;
            });
    try {
      sender.send(claimed).get();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    jdbc.sql("DELETE FROM events.outbox WHERE id = ?").param(claimed.id()).update();
  }

  @Override
  public void close() {
    sender.close();
    thread.shutdown();
  }
}
