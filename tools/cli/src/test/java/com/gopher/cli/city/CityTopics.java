package com.gopher.cli.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gopher.cli.deadletters.LetterId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records into the city's topics past its applications, and looks at single ones. */
final class CityTopics implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST_REQUEST = 16 << 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;

  CityTopics(String kafka) {
    Map<String, Object> connection =
        Map.of(
            "bootstrap.servers",
            kafka,
            "max.request.size",
            LARGEST_REQUEST,
            "compression.type",
            "gzip");
    this.producer =
        new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  LetterId put(String topic, String key, byte[] value, Map<String, String> headers)
      throws ExecutionException, InterruptedException {
    var record = new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    RecordMetadata sent = producer.send(record).get();
    return new LetterId(sent.topic(), sent.partition(), sent.offset());
  }

  ConsumerRecord<byte[], byte[]> at(LetterId place) {
    var partition = new TopicPartition(place.topic(), place.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    return consumer.poll(PATIENCE).iterator().next();
  }

  static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    var headers = new LinkedHashMap<String, String>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
