package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** The way from a transaction to a real broker, and what happens to it. */
@ExtendWith(Servers.class)
@Tag("seconds")
class RelayTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private Broker broker;
  private Database database;
  private Topic topic;
  private Publisher publisher;

  @BeforeEach
  void open(Broker running, @TempDir Path directory, TestInfo test) throws Exception {
    broker = running;
    database = Database.in(directory);
    topic = broker.topic(test.getTestMethod().orElseThrow().getName(), 10_000);
    publisher = new Publisher(database.publisher(), topic.name());
  }

  @AfterEach
  void close() throws Exception {
    broker.thaw();
    publisher.close();
    database.close();
  }

  @Test
  void whatIsCommittedArrivesAndWhatIsRolledBackDoesNot() {
    publisher.change("a");
    publisher.changeAndRollBack("a");
    publisher.change("b");

    try (var relay = new Instance(database, broker)) {
      await().atMost(SOON).until(() -> backlog().size() == 0);

      assertThat(topic.after("b", 1))
          .extracting(it -> it.key() + it.value())
          .containsExactlyInAnyOrder("a1", "b1");
    }
  }

  @Test
  void anEventArrivesWithItsAttributesAndTheTraceOfItsRequest() {
    var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    try (var closed = MDC.putCloseable("traceparent", trace);
        var relay = new Instance(database, broker)) {
      publisher.change("a");

      var arrived = topic.after("a", 1).get(0);

      assertThat(Topic.header(arrived, "ce_specversion")).isEqualTo("1.0");
      assertThat(Topic.header(arrived, "ce_id")).isEqualTo("a-1");
      assertThat(Topic.header(arrived, "ce_type")).isEqualTo("test.changed");
      assertThat(Topic.header(arrived, "ce_source")).isEqualTo("/test");
      assertThat(Topic.header(arrived, "ce_time")).isEqualTo("2026-11-22T10:00:00Z");
      assertThat(Topic.header(arrived, "traceparent")).isEqualTo(trace);
    }
  }

  @Test
  void concurrentTransactionsKeepTheOrderOfEachKey() throws Exception {
    var keys = List.of("a", "b", "c", "d");
    keys.forEach(publisher::change);
    try (var relay = new Instance(database, broker)) {
      changeConcurrently(keys, 100);

      for (var key : keys) {
        Topic.assertInOrder(topic.after(key, 101), key, 101);
      }
    }
  }

  private void changeConcurrently(List<String> keys, int changes) throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      var work =
          IntStream.range(0, keys.size() * changes)
              .<Callable<Object>>mapToObj(
                  number ->
                      Executors.callable(() -> publisher.change(keys.get(number % keys.size()))))
              .toList();
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aKilledBrokerDelaysButNeitherLosesNorDisorders() throws Exception {
    try (var relay = new Instance(database, broker)) {
      change("a", 20);
      topic.after("a", 1);
      broker.kill();
      change("a", 20);
      broker.start();
      change("a", 20);

      Topic.assertInOrder(topic.after("a", 60), "a", 60);
    }
  }

  @Test
  void aRecordThatTimesOutIsNotOvertakenByItsSuccessor() throws Exception {
    var impatient =
        Map.of("request.timeout.ms", "300", "delivery.timeout.ms", "400", "retries", "1");
    try (var relay =
        new Instance(database.relay(), broker.address(), impatient, sender -> sender)) {
      change("a", 5);
      topic.after("a", 5);
      broker.freeze();
      change("a", 30);
      await().pollDelay(Duration.ofSeconds(2)).until(() -> backlog().size() > 0);
      broker.thaw();

      Topic.assertInOrder(topic.after("a", 35), "a", 35);
      await("it did time out").atMost(SOON).until(() -> relay.redelivered() > 0);
    }
  }

  @Test
  void aRestartedRelayGoesOnWhereTheOtherWasKilledBetweenSendAndDelete() {
    publisher.change("a");
    publisher.change("a");
    try (var killed =
        new Instance(database.relay(), broker.address(), Map.of(), Killed::afterSending)) {
      topic.after("a", 1);
      assertThat(backlog().size()).isEqualTo(2);
    }
    publisher.change("a");

    try (var relay = new Instance(database, broker)) {
      var arrived = topic.after("a", 3);

      Topic.assertInOrder(arrived, "a", 3);
      assertThat(arrived).as("the fault struck").hasSizeGreaterThan(3);
    }
  }

  @Test
  void aRecordTheBrokerRefusesIsParkedAndStopsOnlyItsKey() throws Exception {
    try (var relay = new Instance(database, broker)) {
      publisher.change("a");
      topic.after("a", 1);
      var tables = new OutboxTables(database.owner(), "events");
      tables.add(List.of(new TracedRecord(tooLarge("a"), null)));
      publisher.change("a");
      publisher.change("b");

      topic.after("b", 1);
      await().atMost(SOON).until(() -> backlog().parked() == 1);
      assertThat(tables.parked(9).get(0).reason()).contains("RecordTooLargeException");
      publisher.change("b");
      assertThat(topic.after("b", 2))
          .noneMatch(it -> it.value().equals("2") && it.key().equals("a"));

      broker.allow(topic, 1_000_000);
      // The broker may answer before it keeps to its new limit; then the record is parked again.
      await()
          .atMost(SOON)
          .until(
              () -> {
                tables.unpark(null);
                return backlog().size() == 0;
              });

      var arrived = topic.after("a", 2);
      assertThat(arrived.stream().filter(it -> it.key().equals("a")).map(it -> it.value().length()))
          .containsExactly(1, 20_000, 1);
    }
  }

  private OutboundRecord tooLarge(String key) {
    var small = Changed.toRecord(topic.name(), key, 0);
    return new OutboundRecord(
        small.topic(),
        key,
        "large",
        small.type(),
        small.source(),
        small.time(),
        "x".repeat(20_000));
  }

  @Test
  void aFrozenBrokerHoldsUpNoPublisher() throws Exception {
    try (var relay = new Instance(database, broker)) {
      change("a", 50);
      topic.after("a", 50);
      broker.freeze();

      long started = System.nanoTime();
      change("a", 200);

      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
      assertThat(backlog().size()).as("nothing arrived until now").isGreaterThanOrEqualTo(200);
      broker.thaw();
      Topic.assertInOrder(topic.after("a", 250), "a", 250);
    }
  }

  @Test
  void aRelayStopsWithinSecondsAlthoughTheBrokerIsSilent() throws Exception {
    var relay = new Instance(database, broker);
    publisher.change("a");
    topic.after("a", 1);
    await().atMost(SOON).until(() -> backlog().size() == 0);
    broker.freeze();
    publisher.change("a");
    publisher.change("b");

    long started = System.nanoTime();
    relay.close();

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
    assertThat(backlog().size()).isEqualTo(2);
  }

  @Test
  void anErrorIsNotSurvivedButHandedToTheLastResort() {
    publisher.change("a");

    try (var relay =
        new Instance(database.relay(), broker.address(), Map.of(), OutOfItsMind::new)) {
      await().atMost(SOON).until(() -> relay.errors().size() == 1);
    }
    assertThat(backlog().size()).isEqualTo(1);
  }

  private record OutOfItsMind(RecordSender sender) implements RecordSender {

    @Override
    public void reach(String topic) {
      sender.reach(topic);
    }

    @Override
    public Future<?> send(StoredRecord stored) {
      throw new StackOverflowError("planted by the test");
    }

    @Override
    public void close() {
      sender.close();
    }
  }

  private void change(String key, int times) {
    for (int i = 0; i < times; i++) {
      publisher.change(key);
    }
  }

  private Backlog backlog() {
    return new OutboxTables(database.owner(), "events").backlog();
  }
}
