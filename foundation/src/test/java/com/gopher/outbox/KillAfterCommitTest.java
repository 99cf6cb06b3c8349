package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process ends between its commit and whatever it does next. */
@ExtendWith(Servers.class)
@Tag("seconds")
class KillAfterCommitTest {

  private Broker broker;
  private Database database;
  private Topic topic;

  @BeforeEach
  void open(Broker running, EmbeddedPostgres server, TestInfo test) throws Exception {
    broker = running;
    database = Database.on(server);
    topic = broker.topic(test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatTheOutboxHasIsSentByTheNextProcess() throws Exception {
    changeAndBeKilled(true);

    assertThat(arrivedWhenTheNextProcessIsDone()).contains("killed");
  }

  @Test
  void whatWasToBeSentAfterTheCommitIsLost() throws Exception {
    changeAndBeKilled(false);

    assertThat(arrivedWhenTheNextProcessIsDone()).doesNotContain("killed");
  }

  private void changeAndBeKilled(boolean byOutbox) throws Exception {
    assertThat(KilledPublisher.run(database, topic, "killed", byOutbox))
        .isEqualTo(KilledPublisher.KILLED);
    assertThat(
            database
                .jdbc()
                .sql("SELECT version FROM events.aggregate WHERE id = 'killed'")
                .query(Long.class)
                .single())
        .as("the change is committed")
        .isEqualTo(1);
  }

  private Iterable<String> arrivedWhenTheNextProcessIsDone() {
    try (var publisher = new Publisher(database.publisher(), topic.name());
        var relay = new Instance(database, broker)) {
      publisher.change("next");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> new OutboxTables(database.owner(), "events").backlog().size() == 0);
      return topic.after("next", 1).stream().map(it -> it.key()).toList();
    }
  }
}
