package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several relays, each a process of its own, on one PostgreSQL and one broker. */
@ExtendWith(Servers.class)
@Tag("seconds")
class TakeoverTest {

  private static final Duration WITHIN_SECONDS = Duration.ofSeconds(10);

  private static final List<String> KEYS = List.of("a", "b", "c");

  private Broker broker;
  private Database database;
  private Topic topic;
  private Publisher publisher;
  private long changes;

  @BeforeEach
  void open(Broker running, EmbeddedPostgres server, TestInfo test) throws Exception {
    broker = running;
    database = Database.on(server);
    topic = broker.topic(test.getTestMethod().orElseThrow().getName());
    publisher = new Publisher(database.publisher(), topic.name());
  }

  @AfterEach
  void close() {
    publisher.close();
    database.close();
  }

  @Test
  void aRelayThatDiesOrFreezesIsTakenOverWithinSecondsAndHarmsNothingWhenItThaws()
      throws Exception {
    try (var first = RelayProcess.start(database, broker)) {
      change();
      arrive();
      try (var second = RelayProcess.start(database, broker);
          var third = RelayProcess.start(database, broker)) {
        await().atMost(Duration.ofSeconds(60)).until(() -> connectedRelays() == 3);
        first.kill();
        assertThat(timeToArrive()).as("after a death").isLessThan(WITHIN_SECONDS);

        var holder = holds(second) ? second : third;
        holder.freeze();
        assertThat(timeToArrive()).as("after a freeze").isLessThan(WITHIN_SECONDS);

        holder.thaw();
        for (int i = 0; i < 20; i++) {
          change();
        }
        arrive();
      }
    }
    var all = topic.after(KEYS, changes);
    KEYS.forEach(key -> Topic.assertInOrder(all, key, changes));
  }

  private long connectedRelays() {
    return database
        .jdbc()
        .sql(
            "SELECT COUNT(DISTINCT application_name) FROM pg_stat_activity WHERE application_name LIKE 'relay-%'")
        .query(Long.class)
        .single();
  }

  private boolean holds(JavaProcess relay) {
    return database
        .jdbc()
        .sql("SELECT holder FROM events.outbox_lease")
        .query(String.class)
        .single()
        .endsWith("-" + relay.pid());
  }

  private void change() {
    KEYS.forEach(publisher::change);
    changes++;
  }

  private void arrive() {
    topic.after("c", changes);
  }

  private Duration timeToArrive() {
    long started = System.nanoTime();
    change();
    arrive();
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
