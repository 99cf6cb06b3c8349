package com.gopher.cli.deadletters;

import com.gopher.launcher.console.ForeignText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends letters back to where they came from, and notes what was done about them.
 *
 * <p>First the record, and when Kafka has it the note. After an interruption in between the letter
 * is still open and may be sent a second time, which readers ignore: they compare sequences.
 */
public final class ReturnPost implements AutoCloseable {

  private static final String SUFFIX = "-dlt";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The topics decide what is too large, not this program. */
  private static final int LARGEST_REQUEST = 16 << 20;

  private static final int LONGEST_PLACE = 300;

  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param kafka HOST:PORT
   */
  public ReturnPost(String kafka) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.multipliedBy(2).toMillis(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_REQUEST,
                // What came as little may be much: as it came, it fits again.
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "gzip"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Sends the record back that was set aside as this letter, with its key, its value and its
   * headers as they were, to the partition that its key belongs to. Returns when Kafka has the
   * record and the note.
   *
   * @param original the record; empty if it was too large for a letter and is gone from its topic
   * @throws RefusedLetterException if it is gone or Kafka will never take it; the letter stays open
   * @throws UnreachableKafkaException if Kafka does not answer; whether it has the record is not
   *     known, the letter stays open
   */
  public Settlement replay(
      ConsumerRecord<byte[], byte[]> letter, Optional<ConsumerRecord<byte[], byte[]>> original)
      throws RefusedLetterException {
    ConsumerRecord<byte[], byte[]> whole =
        original.orElseThrow(
            () ->
                new RefusedLetterException(
                    "its value was too large for a letter, and it does not lie in %s any more"
                        .formatted(
                            ForeignText.line(
                                String.valueOf(Headers.from(letter)), LONGEST_PLACE))));
    String topic = letter.topic().substring(0, letter.topic().length() - SUFFIX.length());
    RecordMetadata sent =
        send(
            new ProducerRecord<>(
                topic,
                null,
                whole.key(),
                whole.value(),
                Headers.sentBack(whole, Headers.idOf(letter))));
    LetterId to = new LetterId(sent.topic(), sent.partition(), sent.offset());
    return note(
        Headers.idOf(letter), new Settlement(Settlement.REPLAYED, Headers.now(), to.toString()));
  }

  /**
   * Notes that nothing more will be done about the letter.
   *
   * @throws RefusedLetterException if Kafka will not take the note
   * @throws UnreachableKafkaException if Kafka does not answer
   */
  public Settlement dismiss(ConsumerRecord<byte[], byte[]> letter) throws RefusedLetterException {
    return note(Headers.idOf(letter), new Settlement(Settlement.DISMISSED, Headers.now(), null));
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }

  /**
   * The key is the letter's name, so that no topic that is compacted one day mixes up two notes.
   */
  private Settlement note(LetterId letter, Settlement settlement) throws RefusedLetterException {
    send(
        new ProducerRecord<>(
            letter.topic(),
            letter.partition(),
            letter.toString().getBytes(StandardCharsets.UTF_8),
            null,
            Headers.note(letter, settlement)));
    return settlement;
  }

  private RecordMetadata send(ProducerRecord<byte[], byte[]> record) throws RefusedLetterException {
    try {
      return producer.send(record).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        throw new UnreachableKafkaException(e.getCause());
      }
      throw new RefusedLetterException(e.getCause());
    } catch (RetriableException e) {
      throw new UnreachableKafkaException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}
