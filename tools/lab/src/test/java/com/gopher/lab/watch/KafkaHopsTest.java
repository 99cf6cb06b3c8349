package com.gopher.lab.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.topic.TopicReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaHopsTest {

  private static final TopicPartition ORDERS = new TopicPartition(TopicReader.ORDERS, 0);
  private static final TopicPartition SHIPMENTS = new TopicPartition(TopicReader.SHIPMENTS, 0);

  /** A shop sends the order's record just after Kafka has said that nobody has sent anything. */
  @Test
  void aRecordThatComesWhileItLooksForThePlaceIsNotLeftOut() {
    var consumer = new Crossed(Map.of());

    KafkaHops.seek(consumer, Instant.EPOCH);

    assertThat(consumer.position(ORDERS)).isEqualTo(7);
    assertThat(consumer.position(SHIPMENTS)).isEqualTo(3);
  }

  @Test
  void whatHasComeSinceTheRequestIsReadFromItsFirstRecord() {
    var consumer = new Crossed(Map.of(ORDERS, 5L));

    KafkaHops.seek(consumer, Instant.EPOCH);

    assertThat(consumer.position(ORDERS)).isEqualTo(5);
    assertThat(consumer.position(SHIPMENTS)).isEqualTo(3);
  }

  /** A record comes into each partition right after it was asked for times. */
  private static final class Crossed extends MockConsumer<String, byte[]> {
    private final Map<TopicPartition, Long> sent;

    Crossed(Map<TopicPartition, Long> sent) {
      super("none");
      this.sent = sent;
      for (TopicPartition each : List.of(ORDERS, SHIPMENTS)) {
        updatePartitions(
            each.topic(), List.of(new PartitionInfo(each.topic(), 0, null, null, null)));
      }
      updateEndOffsets(Map.of(ORDERS, 7L, SHIPMENTS, 3L));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> asked) {
      var found = new HashMap<TopicPartition, OffsetAndTimestamp>();
      asked.forEach(
          (partition, time) -> {
            Long offset = sent.get(partition);
            found.put(partition, offset == null ? null : new OffsetAndTimestamp(offset, time));
          });
      updateEndOffsets(Map.of(ORDERS, 8L, SHIPMENTS, 4L));
      return found;
    }
  }
}
