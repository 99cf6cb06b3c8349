package com.gopher.lab.topic;

import com.gopher.lab.topic.TopicRecord.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics between shop and tracker, as somebody sees them who belongs to neither. */
public final class TopicReader implements AutoCloseable {

  public static final String ORDERS = "shop.orders";
  public static final String SHIPMENTS = "tracker.shipments";

  /** Who reads the orders, as a consumer group. */
  public static final String TRACKERS = "gotracker";

  /** Who reads the shipments. */
  public static final String SHOP = "gopher-shop";

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int LARGEST_REQUEST = 16 << 20;

  private final String address;
  private final Admin admin;

  public TopicReader(String address) {
    this.address = address;
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
  }

  public static String deadLetters(String topic) {
    return topic + "-dlt";
  }

  /** Everything that lies in the topic now; of one partition in its order. */
  public List<TopicRecord> read(String topic) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            address,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < end.get(it))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records.stream().map(found -> TopicRecord.of(found, value(found, consumer))).toList();
    }
  }

  /** The value, which of a dead letter may lie where the record lay that was set aside. */
  private static byte @Nullable [] value(
      ConsumerRecord<String, byte[]> found, KafkaConsumer<String, byte[]> consumer) {
    if (found.headers().lastHeader("dlt_omitted_bytes") == null) {
      return found.value();
    }
    var partition =
        new TopicPartition(
            header(found, "dlt_topic"), Integer.parseInt(header(found, "dlt_partition")));
    consumer.assign(List.of(partition));
    consumer.seek(partition, Long.parseLong(header(found, "dlt_offset")));
    var original = consumer.poll(Duration.ofMillis(PATIENCE_MILLIS)).iterator();
    return original.hasNext() ? original.next().value() : null;
  }

  private static String header(ConsumerRecord<?, ?> found, String name) {
    return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** Returns when the broker has all of them. */
  public void send(String topic, List<Content> records)
      throws InterruptedException, ExecutionException {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address,
                // What is large and says little takes no room in a topic.
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_REQUEST),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Content record : records) {
        producer
            .send(
                new ProducerRecord<>(
                    topic, record.key(), record.payload().getBytes(StandardCharsets.UTF_8)))
            .get();
      }
    }
  }

  /** How many share the partitions of a topic; one that is only expected back does not count. */
  public int members(String group) throws InterruptedException, ExecutionException {
    var description = admin.describeConsumerGroups(List.of(group)).all().get().get(group);
    return (int)
        description.members().stream()
            .filter(member -> !member.assignment().topicPartitions().isEmpty())
            .count();
  }

  /** How many records of the topic the group has not settled. */
  public long lag(String group, String topic) throws InterruptedException, ExecutionException {
    return endsByPartition(topic).values().stream().mapToLong(Long::longValue).sum()
        - settled(group, topic);
  }

  /** How many records of the topic the group has settled, from the beginning on. */
  public long settled(String group, String topic) throws InterruptedException, ExecutionException {
    return offsets(group, topic).values().stream().mapToLong(OffsetAndMetadata::offset).sum();
  }

  /**
   * Has the group read the topic from the beginning again.
   *
   * @return how many records it had settled before
   * @throws ExecutionException if the group has members yet
   */
  public long rewind(String group, String topic) throws InterruptedException, ExecutionException {
    long settled = settled(group, topic);
    Map<TopicPartition, OffsetAndMetadata> beginning = offsets(group, topic);
    beginning.replaceAll((partition, offset) -> new OffsetAndMetadata(0));
    admin.alterConsumerGroupOffsets(group, beginning).all().get();
    return settled;
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(String group, String topic)
      throws InterruptedException, ExecutionException {
    var offsets =
        new HashMap<>(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    offsets.entrySet().removeIf(it -> !it.getKey().topic().equals(topic) || it.getValue() == null);
    return offsets;
  }

  /** Makes the topic if it is missing. */
  public void make(String topic, int partitions) throws IOException, InterruptedException {
    try {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IOException(e.getCause().getMessage(), e);
      }
    }
  }

  public void delete(String topic) throws InterruptedException, ExecutionException {
    admin.deleteTopics(List.of(topic)).all().get();
  }

  /** Where the next record of each partition will lie. */
  public List<Long> ends(String topic) throws IOException, InterruptedException {
    try {
      return endsByPartition(topic).entrySet().stream()
          .sorted(Comparator.comparing(end -> end.getKey().partition()))
          .map(Map.Entry::getValue)
          .toList();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private Map<TopicPartition, Long> endsByPartition(String topic)
      throws InterruptedException, ExecutionException {
    var partitions = new HashMap<TopicPartition, OffsetSpec>();
    admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .forEach(
            partition ->
                partitions.put(
                    new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
    var ends = new HashMap<TopicPartition, Long>();
    admin
        .listOffsets(partitions)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
