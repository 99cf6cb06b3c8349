package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of two relays stands still between taking its records and sending them, and wakes when the
 * other is done.
 */
@ExtendWith(Servers.class)
@Tag("seconds")
class TwoRelaysTest {

  private Broker broker;
  private Database database;
  private Topic topic;
  private Publisher publisher;
  private HikariDataSource firstPool;
  private HikariDataSource secondPool;

  @BeforeEach
  void open(Broker running, @TempDir Path directory, TestInfo test) throws Exception {
    broker = running;
    database = Database.in(directory);
    topic = broker.topic(test.getTestMethod().orElseThrow().getName());
    publisher = new Publisher(database.publisher(), topic.name());
    firstPool = database.relay();
    secondPool = database.relay();
  }

  @AfterEach
  void close() {
    firstPool.close();
    secondPool.close();
    publisher.close();
    database.close();
  }

  @Test
  void withTheLeaseTheOrderStands() throws Exception {
    var gate = new Gate();
    publisher.change("a");
    try (var first = new Instance(firstPool, broker.address(), Map.of(), gate::before)) {
      gate.reached.await();
      publisher.change("a");
      try (var second = new Instance(secondPool, broker.address(), Map.of(), it -> it)) {
        topic.after("a", 2);
        gate.open.countDown();
        publisher.change("a");

        var arrived = topic.after(all -> all.size() >= 4);
        Topic.assertInOrder(arrived, "a", 3);
        assertThat(arrived.stream().filter(it -> it.value().equals("1")))
            .as("the first did send when it woke")
            .hasSize(2);
      }
    }
  }

  @Test
  void claimingWithSkipLockedBreaksIt() throws Exception {
    var gate = new Gate();
    publisher.change("a");
    publisher.change("a");
    try (var first = new SkipLockedRelay(firstPool, broker, gate::before);
        var second = new SkipLockedRelay(secondPool, broker, it -> it)) {
      var slow = first.relayOneAside();
      gate.reached.await();
      second.relayOneAside().get();
      gate.open.countDown();
      slow.get();

      var arrived = topic.after(all -> all.size() >= 2);
      assertThat(arrived).extracting(it -> it.value()).containsExactly("2", "1");
      assertThatThrownBy(() -> Topic.assertInOrder(arrived, "a", 2))
          .isInstanceOf(AssertionError.class);
    }
  }

  /** Where a relay stands still until the test lets it go on. */
  private static final class Gate {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    RecordSender before(RecordSender sender) {
      return new RecordSender() {
        @Override
        public void reach(String topic) {
          sender.reach(topic);
        }

        @Override
        public Future<?> send(StoredRecord stored) {
          reached.countDown();
          try {
            open.await();
            var answer = sender.send(stored);
            // The worst that can happen: the record leaves although the lease is lost.
            answer.get();
            return answer;
          } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
          }
        }

        @Override
        public void close() {
          sender.close();
        }
      };
    }
  }
}
