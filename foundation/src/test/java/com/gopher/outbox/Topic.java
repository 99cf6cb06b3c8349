package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What has arrived in a topic. The payloads are sequences: plain numbers, counted up for each key.
 */
record Topic(Broker broker, String name) {

  /** Waits until the last sequence of the key has arrived, and returns what is there then. */
  List<ConsumerRecord<String, String>> after(String key, long sequence) {
    return after(records -> has(records, key, sequence));
  }

  /** The same for several keys: what lies in other partitions may come later. */
  List<ConsumerRecord<String, String>> after(List<String> keys, long sequence) {
    return after(records -> keys.stream().allMatch(key -> has(records, key, sequence)));
  }

  private static boolean has(
      List<ConsumerRecord<String, String>> records, String key, long sequence) {
    return records.stream()
        .anyMatch(it -> it.key().equals(key) && it.value().equals(String.valueOf(sequence)));
  }

  List<ConsumerRecord<String, String>> after(
      Predicate<List<ConsumerRecord<String, String>>> complete) {
    var records = new ArrayList<ConsumerRecord<String, String>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address(), "enable.auto.commit", false),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          List.of(
              new TopicPartition(name, 0),
              new TopicPartition(name, 1),
              new TopicPartition(name, 2));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await(name)
          .atMost(Duration.ofSeconds(40))
          .pollDelay(Duration.ZERO)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return complete.test(records);
              });
      // One poll need not have reached all partitions.
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /**
   * Order as the project defines it: the first occurrences of the sequences ascend, and none is
   * missing.
   */
  static void assertInOrder(List<ConsumerRecord<String, String>> records, String key, long last) {
    var firsts = new LinkedHashSet<Long>();
    records.stream()
        .filter(it -> it.key().equals(key))
        .forEach(it -> firsts.add(Long.valueOf(it.value())));
    assertThat(firsts)
        .as(key)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }

  static String header(ConsumerRecord<String, String> kafkaRecord, String name) {
    return new String(kafkaRecord.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
