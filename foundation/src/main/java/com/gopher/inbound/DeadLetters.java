package com.gopher.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sets unreadable records aside, byte for byte, with the reason. A framework's recoverer would do
 * it too, but only by failing the batch, and the neighbours with it.
 */
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final KafkaTemplate<byte[], byte[]> kafka;
  private final Clock clock;
  private final String reader;

  DeadLetters(KafkaTemplate<byte[], byte[]> kafka, Clock clock, String reader) {
    this.kafka = kafka;
    this.clock = clock;
    this.reader = reader;
  }

  /** A record that cannot be read, and why. */
  record Letter(ConsumerRecord<byte[], byte[]> original, String reason) {}

  /**
   * Returns when the broker has all of them.
   *
   * @throws KafkaException if it does not; some may be set aside twice then
   */
  void setAside(List<Letter> letters) {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (Letter letter : letters) {
      sent.add(kafka.send(deadLetter(letter)));
    }
    try {
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw new KafkaException("The dead letters were not acknowledged", e);
    }
    for (Letter letter : letters) {
      ConsumerRecord<byte[], byte[]> original = letter.original();
      LOG.warn(
          "Set aside {}-{} offset {}: {}",
          original.topic(),
          original.partition(),
          original.offset(),
          letter.reason());
    }
  }

  /**
   * A record that comes back from the dead letters and is no better has the old reason replaced.
   */
  private ProducerRecord<byte[], byte[]> deadLetter(Letter letter) {
    ConsumerRecord<byte[], byte[]> original = letter.original();
    var dead =
        new ProducerRecord<>(
            Topics.deadLettersOf(original.topic()),
            null,
            original.key(),
            original.value(),
            original.headers());
    Headers headers = dead.headers();
    // The writer of the record has no say in whether letters are settled.
    for (Header header : original.headers()) {
      if (header.key().startsWith("dlt_settle")) {
        headers.remove(header.key());
      }
    }
    put(headers, "dlt_reason", letter.reason());
    put(headers, "dlt_topic", original.topic());
    put(headers, "dlt_partition", String.valueOf(original.partition()));
    put(headers, "dlt_offset", String.valueOf(original.offset()));
    put(headers, "dlt_time", clock.instant().toString());
    put(headers, "dlt_reader", reader);
    return dead;
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
