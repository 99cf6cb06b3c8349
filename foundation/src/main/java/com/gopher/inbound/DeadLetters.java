package com.gopher.inbound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sets unreadable records aside, byte for byte, with the reason. A framework's recoverer would do
 * it too, but only by failing the batch, and the neighbours with it.
 *
 * <p>A letter that Kafka will never take because it is too large (a record may be many times as
 * large as what it was compressed to, and a foreign cluster may have smaller limits) is sent
 * without its value, which stays where the record lies: to ask for the batch again would not make
 * it smaller, and all partitions would stand still.
 */
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final KafkaTemplate<byte[], byte[]> kafka;
  private final LetterForm form;

  DeadLetters(KafkaTemplate<byte[], byte[]> kafka, LetterForm form) {
    this.kafka = kafka;
    this.form = form;
  }

  /** A record that cannot be read, and why. */
  record Letter(ConsumerRecord<byte[], byte[]> original, String reason) {}

  /**
   * Returns when the broker has all of them.
   *
   * @throws KafkaException if it does not; some may be set aside twice then
   */
  void setAside(List<Letter> letters) {
    List<Letter> tooLarge = send(letters, form::whole);
    if (!send(tooLarge, form::withoutValue).isEmpty()) {
      throw new KafkaException("Kafka takes no dead letters, not even without their values");
    }
    for (Letter letter : letters) {
      ConsumerRecord<byte[], byte[]> original = letter.original();
      LOG.warn(
          "Set aside {}-{} offset {}{}: {}",
          original.topic(),
          original.partition(),
          original.offset(),
          tooLarge.contains(letter) ? " without its value, which is too large" : "",
          letter.reason());
    }
  }

  /** Returns those that Kafka will never take, because they are too large. */
  private List<Letter> send(
      List<Letter> letters, Function<Letter, ProducerRecord<byte[], byte[]>> form) {
    Map<Letter, CompletableFuture<?>> sent = new LinkedHashMap<>();
    letters.forEach(letter -> sent.put(letter, send(form.apply(letter))));
    List<Letter> tooLarge = new ArrayList<>();
    sent.forEach(
        (letter, answer) -> {
          try {
            answer.join();
          } catch (CompletionException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e)
                instanceof RecordTooLargeException)) {
              throw new KafkaException("The dead letters were not acknowledged", e);
            }
            tooLarge.add(letter);
          }
        });
    return tooLarge;
  }

  /** What the producer refuses at once is an answer like that of the broker. */
  private CompletableFuture<?> send(ProducerRecord<byte[], byte[]> letter) {
    try {
      return kafka.send(letter);
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
