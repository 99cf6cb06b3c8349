package com.gopher.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.Acknowledgment;

/** Kafka is told how far is read: seldom, and always in the end. */
class OffsetCommitsTest {

  private static final TopicPartition ONE = new TopicPartition("orders", 0);
  private static final TopicPartition TWO = new TopicPartition("orders", 1);

  private final OffsetCommits commits = new OffsetCommits();
  private final Told consumer = new Told();
  private final Acknowledgment nobodys =
      () -> {
        throw new AssertionError("a batch of ours is not told by the container");
      };

  @BeforeEach
  void readBoth() {
    consumer.assign(Set.of(ONE, TWO));
    commits.begin(consumer);
  }

  @Test
  void notEachBatchIsTold() {
    for (int offset = 0; offset < 5; offset++) {
      settle(ONE, offset);
    }

    assertThat(consumer.told).hasSizeLessThan(2);
  }

  @Test
  void whileRecordsComeItIsToldNowAndThen() {
    var offset = new int[1];
    Awaitility.await()
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              settle(ONE, offset[0]++);
              assertThat(consumer.told).isNotEmpty();
            });
  }

  @Test
  void whenNothingComesAnyMoreItIsToldOnce() {
    settle(ONE, 6);
    settle(TWO, 8);
    consumer.told.clear();

    commits.on(null);
    commits.on(null);

    assertThat(consumer.told).containsExactly(Map.of(ONE, at(7), TWO, at(9)));
  }

  @Test
  void whatKafkaDidNotTakeIsToldAgain() {
    settle(ONE, 6);
    consumer.failing = true;
    commits.on(null);
    consumer.failing = false;

    commits.on(null);

    assertThat(consumer.told).last().isEqualTo(Map.of(ONE, at(7)));
  }

  @Test
  void partitionsAreGivenAwayWithWhatWasReadOfThemAndNoLongerTold() {
    settle(ONE, 6);
    settle(TWO, 8);

    commits.end(List.of(ONE));

    assertThat(consumer.committed(Set.of(ONE))).containsEntry(ONE, at(7));
    consumer.told.clear();
    commits.on(null);
    assertThat(consumer.told).containsExactly(Map.of(TWO, at(9)));
  }

  @Test
  void ofPartitionsThatAnotherOneHasAlreadyNothingIsTold() {
    settle(ONE, 6);
    settle(TWO, 8);
    consumer.told.clear();

    commits.lost(List.of(ONE));
    commits.on(null);

    assertThat(consumer.told).containsExactly(Map.of(TWO, at(9)));
  }

  @Test
  void aConsumerThatIsWokenToStopTellsAllTheSame() {
    settle(ONE, 6);
    consumer.wakeUp = true;

    commits.end(List.of(ONE));

    assertThat(consumer.committed(Set.of(ONE))).containsEntry(ONE, at(7));
  }

  @Test
  void aBatchWithoutAConsumerOfOursIsAcknowledgedAtOnce() {
    var acknowledged = new ArrayList<String>();

    new OffsetCommits().settled(List.of(recordAt(ONE, 0)), () -> acknowledged.add("told"));

    assertThat(acknowledged).containsExactly("told");
  }

  private void settle(TopicPartition partition, long offset) {
    commits.settled(List.of(recordAt(partition, offset)), nobodys);
  }

  private static ConsumerRecord<byte[], byte[]> recordAt(TopicPartition partition, long offset) {
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
  }

  private static OffsetAndMetadata at(long offset) {
    return new OffsetAndMetadata(offset);
  }

  /** Notes what it is told to commit. */
  private static final class Told extends MockConsumer<byte[], byte[]> {

    private final List<Map<TopicPartition, OffsetAndMetadata>> told = new ArrayList<>();
    private boolean failing;
    private boolean wakeUp;

    Told() {
      super("earliest");
    }

    @Override
    public synchronized void commitAsync(
        Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
      if (callback == null) {
        super.commitAsync(offsets, null);
        return;
      }
      told.add(offsets);
      callback.onComplete(offsets, failing ? new TimeoutException("away") : null);
    }

    @Override
    public synchronized void commitSync(
        Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
      if (wakeUp) {
        wakeUp = false;
        throw new WakeupException();
      }
      super.commitSync(offsets, timeout);
    }
  }
}
