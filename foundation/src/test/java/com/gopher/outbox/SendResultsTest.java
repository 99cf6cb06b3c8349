package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

/** What a batch does with the answers of a broker. */
class SendResultsTest {

  private final SendResults deliveries = new SendResults();
  private final Answers broker = new Answers();

  @Test
  void aSuccessorLeavesAfterItsPredecessorIsAcknowledged() {
    deliveries.deliver(batch("a", "b", "a", "c", "a"), broker, () -> true);

    assertThat(broker.sent).containsExactly(1L, 2L, 4L, 3L, 5L);
    assertThat(broker.mostUnderWayOfOneKey).isEqualTo(1);
    assertThat(deliveries.acknowledged()).containsExactly(1L, 2L, 4L, 3L, 5L);
    assertThat(deliveries.failure()).isNull();
  }

  @Test
  void aRefusedRecordStopsItsKeyOnly() {
    broker.say(1, CompletableFuture.failedFuture(new RecordTooLargeException("2 MB")));

    deliveries.deliver(batch("a", "b", "a", "b"), broker, () -> true);

    assertThat(deliveries.refused()).containsOnlyKeys(1L);
    assertThat(deliveries.refused().get(1L)).contains("2 MB");
    assertThat(broker.sent).containsExactly(1L, 2L, 4L);
    assertThat(deliveries.failure()).isNull();
  }

  @Test
  void afterAFailureNothingMoreIsSent() {
    broker.say(2, CompletableFuture.failedFuture(new NetworkException("gone")));

    deliveries.deliver(batch("a", "b", "a", "b"), broker, () -> true);

    assertThat(broker.sent).containsExactly(1L, 2L);
    assertThat(deliveries.acknowledged()).containsExactly(1L);
    assertThat(deliveries.unanswered()).containsExactly(2L);
    assertThat(deliveries.failure()).hasRootCauseInstanceOf(NetworkException.class);
  }

  @Test
  void waitingEndsWhenItIsNoLongerRight() {
    broker.say(1, new CompletableFuture<>());
    var asked = new AtomicInteger();

    deliveries.deliver(batch("a", "b", "a"), broker, () -> asked.incrementAndGet() < 3);

    assertThat(deliveries.acknowledged()).containsExactly(2L);
    assertThat(deliveries.unanswered()).containsExactly(1L);
    assertThat(broker.sent).containsExactly(1L, 2L);
  }

  private static List<StoredRecord> batch(String... keys) {
    var batch = new ArrayList<StoredRecord>();
    for (var key : keys) {
      long id = batch.size() + 1;
      batch.add(new StoredRecord(id, Changed.toRecord("topic", key, id), null));
    }
    return batch;
  }

  /**
   * A broker that acknowledges when it is asked for the answer, unless a test decides otherwise.
   */
  private static final class Answers implements RecordSender {

    private final Map<Long, CompletableFuture<?>> said = new HashMap<>();
    private final Map<StoredRecord.Line, Integer> underWay = new HashMap<>();
    private final List<Long> sent = new ArrayList<>();
    private int mostUnderWayOfOneKey;

    void say(long id, CompletableFuture<?> answer) {
      said.put(id, answer);
    }

    @Override
    public void reach(String topic) {}

    @Override
    public Future<?> send(StoredRecord stored) {
      sent.add(stored.id());
      mostUnderWayOfOneKey =
          Math.max(mostUnderWayOfOneKey, underWay.merge(stored.line(), 1, Integer::sum));
      return said.getOrDefault(stored.id(), new AcknowledgedWhenAsked(stored.line()));
    }

    @Override
    public void close() {}

    private final class AcknowledgedWhenAsked extends CompletableFuture<Void> {

      private final StoredRecord.Line line;

      private AcknowledgedWhenAsked(StoredRecord.Line line) {
        this.line = line;
      }

      @Override
      public boolean isDone() {
        if (complete(null)) {
          underWay.merge(line, -1, Integer::sum);
        }
        return true;
      }
    }
  }
}
