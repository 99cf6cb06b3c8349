package com.gopher.cli.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the dead letters of both topics.
 *
 * <p>A log only grows, so a letter that was dealt with stays where it is, and a note is put behind
 * it in the same partition: a record without a value whose header {@code dlt_settles} has the
 * letter's offset. A partition that is read to its end shows which letters are open. Nothing is
 * committed: reading leaves no trace.
 */
public final class DeadLetterReader implements AutoCloseable {

  public static final List<String> TOPICS = List.of("shop.orders-dlt", "tracker.shipments-dlt");

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(200);

  /** All partitions together: this program has little memory. */
  private static final int LARGEST_FETCH = 8 << 20;

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param kafka HOST:PORT
   */
  public DeadLetterReader(String kafka) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                LARGEST_FETCH),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * Returns all letters that lie there now, topic by topic and each in the order of its partition.
   *
   * @throws UnreachableKafkaException if Kafka does not answer
   */
  public List<Letter> all() {
    return asking(
        () -> {
          var partitions = new ArrayList<TopicPartition>();
          TOPICS.forEach(topic -> partitions.addAll(partitionsOf(topic)));
          consumer.assign(partitions);
          consumer.seekToBeginning(partitions);
          return lettersIn(partitions);
        });
  }

  /**
   * Returns the letter as it lies in Kafka, with its value and all its headers.
   *
   * @throws UnreachableKafkaException if Kafka does not answer
   */
  public Optional<ConsumerRecord<byte[], byte[]>> record(LetterId id) {
    return asking(
        () ->
            TOPICS.contains(id.topic())
                ? seek(id).filter(record -> Headers.settled(record) == null)
                : Optional.empty());
  }

  /**
   * Returns the record that was set aside: the letter itself, or, if its value was too large for a
   * letter, the original from its topic. Empty if that is not there any more.
   *
   * @throws UnreachableKafkaException if Kafka does not answer
   */
  public Optional<ConsumerRecord<byte[], byte[]>> original(ConsumerRecord<byte[], byte[]> letter) {
    String digest = Headers.omittedDigest(letter);
    if (digest == null) {
      return Optional.of(letter);
    }
    return Optional.ofNullable(Headers.from(letter))
        .flatMap(LetterId::of)
        .filter(place -> TOPICS.contains(place.topic() + "-dlt"))
        .flatMap(place -> asking(() -> seek(place)))
        .filter(found -> digest.equals(Digest.of(found.value())));
  }

  /**
   * Returns the letter without its value, and what was done about it.
   *
   * @throws UnreachableKafkaException if Kafka does not answer
   */
  public Optional<Letter> letter(LetterId id) {
    return asking(
        () -> {
          if (!TOPICS.contains(id.topic()) || !isThere(id)) {
            return Optional.empty();
          }
          consumer.seek(partition(id), id.offset());
          return lettersIn(List.of(partition(id))).stream()
              .filter(letter -> letter.id().equals(id))
              .findFirst();
        });
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Optional<ConsumerRecord<byte[], byte[]>> seek(LetterId id) {
    if (!isThere(id)) {
      return Optional.empty();
    }
    consumer.seek(partition(id), id.offset());
    var found = new AtomicReference<ConsumerRecord<byte[], byte[]>>();
    readUntil(
        Map.of(partition(id), id.offset() + 1),
        record -> {
          if (record.offset() == id.offset()) {
            found.set(record);
          }
        });
    return Optional.ofNullable(found.get());
  }

  /** True if the partition reaches that far; assigns it to the consumer then. */
  private boolean isThere(LetterId id) {
    TopicPartition partition = partition(id);
    if (!partitionsOf(id.topic()).contains(partition)) {
      return false;
    }
    consumer.assign(List.of(partition));
    return id.offset() >= consumer.beginningOffsets(List.of(partition)).get(partition)
        && id.offset() < consumer.endOffsets(List.of(partition)).get(partition);
  }

  private static TopicPartition partition(LetterId id) {
    return new TopicPartition(id.topic(), id.partition());
  }

  private List<TopicPartition> partitionsOf(String topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic);
    return known == null
        ? List.of()
        : known.stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
            .toList();
  }

  /** Reads from where the consumer stands. */
  private List<Letter> lettersIn(Collection<TopicPartition> partitions) {
    var letters = new LinkedHashMap<TopicPartition, Map<Long, Letter>>();
    partitions.forEach(partition -> letters.put(partition, new LinkedHashMap<>()));
    readUntil(
        consumer.endOffsets(partitions),
        record -> {
          Map<Long, Letter> here =
              letters.get(new TopicPartition(record.topic(), record.partition()));
          LetterId settled = Headers.settled(record);
          if (settled == null) {
            here.put(record.offset(), Headers.letter(record));
          } else {
            here.computeIfPresent(
                settled.offset(), (offset, letter) -> letter.with(Headers.settlement(record)));
          }
        });
    return letters.values().stream().flatMap(here -> here.values().stream()).toList();
  }

  private void readUntil(
      Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
    long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      var batch = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : batch) {
        if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
          visitor.accept(record);
        }
      }
      if (!batch.isEmpty()) {
        patienceEnds = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > patienceEnds) {
        throw new TimeoutException("No record came for " + PATIENCE.toSeconds() + " s");
      }
    }
  }

  private static <T> T asking(Question<T> question) {
    try {
      return question.ask();
    } catch (TimeoutException e) {
      throw new UnreachableKafkaException(e);
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask();
  }
}
