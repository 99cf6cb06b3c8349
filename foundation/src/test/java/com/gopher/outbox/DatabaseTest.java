package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables and the lease, on both kinds of database, with the rights of the two logins and no
 * more.
 */
@ExtendWith(Servers.class)
@Tag("seconds")
class DatabaseTest {

  @Nested
  class OnH2 extends Contract {
    @BeforeEach
    void open(@TempDir Path directory) {
      use(Database.in(directory));
    }

    /** As a join it visited all rows before each one it took, and the relay did little else. */
    @Test
    void lookingForTheOldestVisitsFewRowsMoreThanItTakes() {
      for (int number = 0; number < 300; number++) {
        add("key-" + number, 1);
      }
      String plan = plan(OutboxTables.OLDEST.formatted("events").replace(":limit", "200"));

      Matcher scans = Pattern.compile("scanCount: ([0-9]+)").matcher(plan);
      assertThat(scans.results().mapToInt(scan -> Integer.parseInt(scan.group(1))).sum())
          .as(plan)
          .isBetween(200, 250);
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @BeforeEach
    void open(EmbeddedPostgres server) {
      use(Database.on(server));
    }
  }

  abstract static class Contract {

    private static final Duration SHORT = Duration.ofMillis(600);

    private Database database;
    private HikariDataSource publisher;
    private HikariDataSource relay;
    private OutboxTables published;
    private OutboxTables tables;

    void use(Database opened) {
      database = opened;
      publisher = database.publisher();
      relay = database.relay();
      published = new OutboxTables(publisher, "events");
      tables = new OutboxTables(relay, "events");
    }

    @AfterEach
    void close() {
      publisher.close();
      relay.close();
      database.close();
    }

    @Test
    void aRecordIsReadAsItWasStored() {
      var stored =
          new OutboundRecord(
              "topic",
              "key",
              "id-1",
              "shop.order.placed",
              URI.create("/shop"),
              Instant.parse("2026-11-22T10:15:30.123456Z"),
              "{\"title\":\"Čapek \uD83D\uDCD6\"}");
      var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

      published.add(List.of(new TracedRecord(stored, trace)));

      assertThat(tables.oldest(10))
          .singleElement()
          .satisfies(
              read -> {
                assertThat(read.content()).isEqualTo(stored);
                assertThat(read.traceparent()).isEqualTo(trace);
              });
    }

    @Test
    void recordsAddedTogetherStandInTheOrderGiven() {
      published.add(
          List.of("c", "a", "b").stream()
              .map(key -> new TracedRecord(Changed.toRecord("topic", key, 1), null))
              .toList());

      assertThat(waiting(9)).containsExactly("c1", "a1", "b1");
    }

    @Test
    void aPublisherMayAddAndNothingElse() {
      add("a", 1);

      assertThatThrownBy(() -> published.oldest(1)).isInstanceOf(DataAccessException.class);
      assertThatThrownBy(() -> published.remove(List.of(1L)))
          .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theOldestComeFirstAndRemovedOnesNotAgain() {
      add("a", 1);
      add("b", 1);
      add("a", 2);

      assertThat(waiting(2)).containsExactly("a1", "b1");
      tables.remove(tables.oldest(2).stream().map(StoredRecord::id).toList());
      assertThat(waiting(2)).containsExactly("a2");
    }

    @Test
    void aParkedRecordStopsOnlyItsOwnKeyUntilItIsRetried() {
      add("a", 1);
      add("b", 1);
      add("a", 2);
      long refused = tables.oldest(1).get(0).id();

      tables.park(refused, "too large");
      tables.park(refused, "said twice");

      assertThat(waiting(9)).containsExactly("b1");
      assertThat(tables.parked(9))
          .singleElement()
          .satisfies(
              parked -> {
                assertThat(parked.reason()).isEqualTo("too large");
                assertThat(parked.key()).isEqualTo("a");
                assertThat(parked.parkedAt())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
              });

      assertThat(tables.unpark(refused + 1)).isZero();
      assertThat(tables.unpark(refused)).isOne();
      assertThat(waiting(9)).containsExactly("a1", "b1", "a2");
    }

    /** What is not parked is on its way: it cannot be given up. */
    @Test
    void onlyAParkedRecordCanBeDismissed() {
      add("a", 1);
      add("a", 2);
      long refused = tables.oldest(1).get(0).id();
      assertThat(tables.dismiss(refused)).isFalse();
      assertThat(waiting(9)).containsExactly("a1", "a2");

      tables.park(refused, "too large");
      assertThat(tables.parkedPayload(refused))
          .hasValueSatisfying(it -> assertThat(it).isNotEmpty());
      assertThat(waiting(9)).as("the rest of its line waits").isEmpty();

      assertThat(tables.dismiss(refused)).isTrue();
      assertThat(waiting(9)).containsExactly("a2");
      assertThat(tables.parked(9)).isEmpty();
      assertThat(tables.parkedPayload(refused)).isEmpty();
      assertThat(tables.dismiss(refused)).isFalse();
    }

    @Test
    void whatIsSentMeanwhileIsNotParked() {
      add("a", 1);
      long id = tables.oldest(1).get(0).id();
      tables.remove(List.of(id));

      tables.park(id, "too late");

      assertThat(tables.parked(9)).isEmpty();
    }

    @Test
    void allThatIsParkedCanBeRetriedAtOnce() {
      add("a", 1);
      add("b", 1);
      tables.oldest(9).forEach(stored -> tables.park(stored.id(), "x".repeat(5_000)));

      assertThat(waiting(9)).isEmpty();
      assertThat(tables.unpark(null)).isEqualTo(2);
      assertThat(waiting(9)).hasSize(2);
    }

    @Test
    void aRowThatCannotBeReadIsParkedAndOnlyItsKeyWaits() {
      add("a", 1);
      add("a", 2);
      add("b", 1);
      database
          .jdbc()
          .sql(
              "UPDATE events.outbox SET event_source = 'no uri' WHERE id = (SELECT MIN(id) FROM events.outbox)")
          .update();

      assertThat(tables.oldest(9)).extracting(it -> it.content().key()).containsExactly("b");
      assertThat(tables.parked(9))
          .singleElement()
          .satisfies(it -> assertThat(it.reason()).startsWith("It cannot be read: "));

      database.jdbc().sql("UPDATE events.outbox SET event_source = '/test'").update();
      tables.unpark(null);
      assertThat(tables.oldest(9)).as("the control").hasSize(3);
    }

    @Test
    void theBacklogHasASizeAndAnAge() {
      assertThat(tables.backlog()).isEqualTo(new Backlog(0, Duration.ZERO, 0));

      add("a", 1);
      add("b", 1);
      database
          .jdbc()
          .sql("UPDATE events.outbox SET stored_at = stored_at - INTERVAL '90' SECOND")
          .update();
      tables.park(tables.oldest(1).get(0).id(), "too large");

      var backlog = tables.backlog();
      assertThat(backlog.size()).isEqualTo(2);
      assertThat(backlog.parked()).isEqualTo(1);
      assertThat(backlog.age()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
    }

    @Test
    void aRecordFromTheFutureIsLateAsNobodyKnowsHowLongItHasWaited() {
      add("a", 1);
      assertThat(tables.backlog().isLate(Duration.ofSeconds(30))).as("the control").isFalse();
      database
          .jdbc()
          .sql("UPDATE events.outbox SET stored_at = stored_at + INTERVAL '1' HOUR")
          .update();

      assertThat(tables.backlog().isLate(Duration.ofSeconds(30))).isTrue();
      assertThat(tables.backlog().age()).isZero();
    }

    @Test
    void oneHoldsTheLeaseAndAnotherTakesItWhenNothingIsHeard() {
      var first = lease(Duration.ofSeconds(2));
      var second = lease(Duration.ofSeconds(2));

      assertThat(first.hold()).isTrue();
      assertThat(second.hold()).isFalse();

      await().atMost(Duration.ofSeconds(10)).until(second::hold);
      assertThat(first.hold()).as("a holder that comes back").isFalse();
      assertThat(second.hold()).isTrue();
    }

    @Test
    void aHolderThatIsHeardKeepsTheLease() {
      var first = lease(SHORT);
      var second = lease(SHORT);
      first.hold();

      await()
          .pollInterval(Duration.ofMillis(50))
          .during(SHORT.multipliedBy(2))
          .atMost(Duration.ofSeconds(10))
          .until(() -> first.hold() && !second.hold());
    }

    /** The control is the lease that is twice its length ahead: as far as a clock may be off. */
    @Test
    void aLeaseThatAClockHasDatedWhichWasSetBackIsVoid() {
      var dead = lease(Duration.ofMinutes(1));
      var other = lease(Duration.ofMinutes(1));
      dead.hold();
      assertThat(other.hold()).isFalse();
      moveLease("+ INTERVAL '50' SECOND");
      assertThat(other.hold()).as("not longer than twice its length").isFalse();

      moveLease("+ INTERVAL '1' HOUR");
      assertThat(other.hold()).as("the clock was set back").isTrue();

      moveLease("- INTERVAL '1' HOUR");
      assertThat(lease(Duration.ofMinutes(1)).hold()).as("the clock was put forward").isTrue();
    }

    private void moveLease(String by) {
      database.jdbc().sql("UPDATE events.outbox_lease SET expires_at = expires_at " + by).update();
    }

    @Test
    void aLeaseGivenBackIsTakenAtOnce() {
      var first = lease(Duration.ofMinutes(1));
      var second = lease(Duration.ofMinutes(1));
      first.hold();

      first.release();

      await().atMost(Duration.ofSeconds(10)).until(second::hold);
    }

    String plan(String query) {
      return database.jdbc().sql("EXPLAIN ANALYZE " + query).query(String.class).single();
    }

    /** Such a machine writes %d with its digits, which no database reads. */
    @Test
    void theLeaseIsTakenOnAMachineWithOtherDigits() {
      Locale locale = Locale.getDefault();
      Locale.setDefault(Locale.forLanguageTag("fa-IR"));
      try {
        assertThat("%d".formatted(1)).as("the control").isNotEqualTo("1");
        assertThat(lease(SHORT).hold()).isTrue();
      } finally {
        Locale.setDefault(locale);
      }
    }

    private Lease lease(Duration length) {
      return new Lease(JdbcClient.create(relay), "events", length);
    }

    void add(String key, long sequence) {
      published.add(List.of(new TracedRecord(Changed.toRecord("topic", key, sequence), null)));
    }

    private List<String> waiting(int limit) {
      return tables.oldest(limit).stream()
          .map(stored -> stored.content().key() + stored.content().payload())
          .toList();
    }
  }
}
